import type { Evidence, Source } from '../../core/types.ts';

const userGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** A page that was read on the day on which the facts of this domain were. */
export function page(url: string, evidence: Evidence = 'documented'): Source {
  return { url, readOn: '2026-11-24', evidence };
}

/** A page of IAM's user guide by its file name without the ending, and a place in it by its anchor. */
export function iamGuide(name: string, { anchor, evidence }: { anchor?: string; evidence?: Evidence } = {}): Source {
  return page(`${userGuide}/${name}.html${anchor === undefined ? '' : `#${anchor}`}`, evidence);
}

/** A check of IAM Access Analyzer by its anchor: `error-invalid-action`; the list of its checks when left out. */
export function accessAnalyzer(check?: string): Source {
  const name = 'access-analyzer-reference-policy-checks';
  return iamGuide(name, check === undefined ? {} : { anchor: `${name}-${check}` });
}

/** What JSON is. */
export const json = page('https://www.rfc-editor.org/rfc/rfc8259');
