import runners from '../facts/runners.yaml';
import { isUnknown } from '../unknown.ts';

interface RunnerFacts {
  readonly hosted: Readonly<Record<string, string>>;
  readonly retired: readonly string[];
  readonly selfHosted: readonly string[];
}

const facts = runners as RunnerFacts;

const platformOf: ReadonlyMap<string, string> = new Map(Object.entries(facts.hosted));

/** The labels of GitHub's own runners, in lower case. */
export const hostedLabels: readonly string[] = [...platformOf.keys()];

/** A machine that takes the job. */
export interface Runner {
  readonly label: string;
  /** As Docker writes it: `linux/amd64`. */
  readonly platform: string;
  readonly kind: 'hosted' | 'retired' | 'self-hosted' | 'unknown-label' | 'unknown';
}

/** The runner for a set of labels. An unknown label may belong to somebody's own runner; on GitHub's nobody takes the job. */
export function runnerFor(labels: readonly string[]): Runner {
  const [label = ''] = labels;
  const lower = labels.map((each) => each.toLowerCase());
  if (labels.some(isUnknown)) return { label, platform: 'linux/amd64', kind: 'unknown' };
  if (lower.includes('self-hosted')) {
    const arch = lower.includes('arm64') ? 'arm64' : 'amd64';
    return { label, platform: `linux/${arch}`, kind: 'self-hosted' };
  }
  const known = lower.find((each) => platformOf.has(each));
  if (known !== undefined && lower.length === 1)
    return { label, platform: platformOf.get(known) ?? '', kind: 'hosted' };
  const kind = lower.some((each) => facts.retired.includes(each)) ? 'retired' : 'unknown-label';
  return { label, platform: 'linux/amd64', kind: known === undefined || lower.length > 1 ? kind : 'hosted' };
}
