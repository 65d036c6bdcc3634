import catalogue from '../facts/actions.yaml';

/** What is on record of an action: its inputs and outputs at the newest major, and what each major runs on. */
export interface ActionFacts {
  readonly source: string;
  /** Majors that are kept up to date. */
  readonly current: readonly number[];
  readonly node: Readonly<Record<number, string>>;
  readonly inputs: readonly string[];
  readonly former: readonly string[];
  readonly outputs: readonly string[];
  /** Beginnings of outputs whose whole names depend on the run. */
  readonly prefixes: readonly string[];
  /** Refs that are branches, which move with every change. */
  readonly branches: readonly string[];
}

const { actions } = catalogue as { actions: Readonly<Record<string, ActionFacts>> };
const factsByName: ReadonlyMap<string, ActionFacts> = new Map(Object.entries(actions));

/** The actions on record, as `owner/name` in lower case. */
export const knownActions: readonly string[] = [...factsByName.keys()];

/** The facts of an action, its name in any case; undefined for one that is not on record. */
export function factsOf(name: string): ActionFacts | undefined {
  return factsByName.get(name.toLowerCase());
}

/** A `uses` taken apart. */
export interface ActionReference {
  readonly kind: 'repository' | 'local' | 'docker' | 'malformed';
  /** `owner/name` in lower case, with the path if there is one. */
  readonly name: string;
  readonly ref: string;
  /** `v6` and `v6.1.0` are 6; null for a SHA, a branch, or anything else. */
  readonly major: number | null;
}

/** Takes a `uses` apart: `docker/login-action@v4`, `./path`, `docker://image`. */
export function readReference(uses: string): ActionReference {
  const text = uses.trim();
  if (/^(\.[\\/]|\$\/)/.test(text)) return { kind: 'local', name: text, ref: '', major: null };
  if (text.startsWith('docker://')) return { kind: 'docker', name: text, ref: '', major: null };
  const match = /^([\w.-]+\/[\w.-]+(?:\/[\w./-]+)?)@([^\s@]+)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined)
    return { kind: 'malformed', name: text, ref: '', major: null };
  const major = /^v?(\d+)(?:\.\d+)*$/.exec(match[2])?.[1];
  const isSha = /^[0-9a-f]{7,40}$/i.test(match[2]);
  return {
    kind: 'repository',
    name: match[1].toLowerCase(),
    ref: match[2],
    major: major === undefined || (isSha && !match[2].startsWith('v')) ? null : Number(major),
  };
}

/** What a ref of an action on record is. */
export type Version = 'current' | 'outdated' | 'newer' | 'missing' | 'branch' | 'sha' | 'short-sha' | 'other';

/** Judges a ref: a major up to five above the newest on record may have come since, beyond that there is none. */
export function versionOf(facts: ActionFacts, { ref, major }: ActionReference): Version {
  if (/^[0-9a-f]{40}$/i.test(ref)) return 'sha';
  if (/^[0-9a-f]{7,39}$/i.test(ref)) return 'short-sha';
  if (facts.branches.includes(ref)) return 'branch';
  // None of these actions has a tag that goes by such a word, or by a version with a wildcard.
  if (/^(latest|stable|newest|current|v|v?\d+(\.\d+)*\.[x*])$/i.test(ref)) return 'missing';
  // The names of tags are compared letter by letter.
  if (/^(V\d|v0\d)/.test(ref)) return 'missing';
  if (major === null) return 'other';
  if (!ref.startsWith('v')) return 'missing';
  if (facts.current.includes(major)) return 'current';
  if (facts.node[major] !== undefined) return 'outdated';
  const newest = Math.max(...facts.current);
  return major > newest && major <= newest + 5 ? 'newer' : 'missing';
}
