import type { Code } from '../../../messages/index.ts';
import { maxFindings } from '../../core/limits.ts';
import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, Evidence, Severity, Source } from '../../core/types.ts';
import type { EntryList, PolicyDocument, PolicyType, Statement } from '../document.ts';
import { diagnosticOf, type Finding } from '../finding.ts';

/** A check of one policy. With `refuses`, IAM does not save a policy in which it finds something. */
export interface PolicyRule extends Rule<PolicyDocument> {
  readonly refuses: boolean;
}

interface Definition {
  readonly code: Code;
  readonly severity: Severity;
  readonly source: Source;
  readonly refuses?: true;
  /** The kinds of policy it is about; all when left out. */
  readonly types?: readonly PolicyType[];
  readonly find: (document: PolicyDocument) => Iterable<Finding>;
}

/** Makes a rule of what finds its faults. */
export function policyRule({ code, severity, source, refuses, types, find }: Definition): PolicyRule {
  const check = (document: PolicyDocument): readonly Diagnostic[] => {
    if (types !== undefined && !types.includes(document.type)) return [];
    const found: Diagnostic[] = [];
    for (const finding of find(document)) {
      found.push(diagnosticOf(finding, document.file, severity, source));
      if (found.length === maxFindings) break;
    }
    return found;
  };
  return { code, severity, source, refuses: refuses ?? false, check };
}

const userGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** A page of IAM's user guide, by its file name without the ending. */
export function iamGuide(page: string, evidence: Evidence = 'documented'): Source {
  return { url: `${userGuide}/${page}.html`, readOn: '2026-11-24', evidence };
}

/** A check of IAM Access Analyzer, by its anchor: `error-invalid-action`; the list of its checks when left out. */
export function accessAnalyzer(anchor?: string, evidence: Evidence = 'documented'): Source {
  const page = 'access-analyzer-reference-policy-checks';
  const place = anchor === undefined ? '' : `#${page}-${anchor}`;
  return { url: `${userGuide}/${page}.html${place}`, readOn: '2026-11-24', evidence };
}

/** Both lists of a statement that hold ARNs or actions, where they are there. */
export function listsOf({ action, resource }: Statement): readonly EntryList[] {
  return [action, resource].filter((list) => list !== null);
}
