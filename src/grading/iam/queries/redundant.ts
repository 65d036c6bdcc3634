import type { Entry } from '../document.ts';
import { compileGlob, coversGlob } from '../glob.ts';
import { identityQuota } from '../size.ts';

/** Entries that are compared each with each; longer lists are searched for exact repetitions only. */
const maxCompared = 300;

/** True for a list of texts that can be compared each with each in no time, as those of every policy that IAM saves. */
export function isComparable(texts: readonly string[], maxTexts = maxCompared): boolean {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.length <= maxTexts && texts.length * length <= maxTexts * identityQuota;
}

/** An entry that takes in others of its list, and those. */
export interface Redundancy {
  readonly covering: Entry;
  readonly covered: readonly Entry[];
}

/** A redundancy as a finding without its message: its places, and what the message says, with the first `shown` of the covered entries. */
export function placeRedundancy({ covering, covered }: Redundancy, shown: number) {
  const texts = covered.slice(0, shown).map(({ value }) => value);
  return {
    at: covering.node,
    related: covered.map(({ node }) => node),
    params: { covering: covering.value, covered: texts.join(', ') },
  };
}

/** Every entry that takes in others of its list, with those. Of equal entries the first counts as the one that covers. */
export function coveringEntries(entries: readonly Entry[], textOf: (entry: Entry) => string): readonly Redundancy[] {
  const compiled = entries.map((entry) => ({ entry, text: textOf(entry), glob: compileGlob(textOf(entry)) }));
  if (!isComparable(compiled.map(({ text }) => text))) return repeatedEntries(entries, textOf);
  const repeated = repeatedEntries(entries, textOf);
  const again = new Set(repeated.flatMap(({ covered }) => covered));
  const copies = new Map(repeated.map(({ covering, covered }) => [covering, covered]));
  return compiled.flatMap(({ entry, text, glob }) => {
    if (again.has(entry)) return [];
    const isPattern = glob.literal === null;
    const others = isPattern ? compiled.filter((each) => each.text !== text && coversGlob(glob, each.glob)) : [];
    const taken = new Set([...(copies.get(entry) ?? []), ...others.map((each) => each.entry)]);
    return taken.size === 0 ? [] : [{ covering: entry, covered: entries.filter((each) => taken.has(each)) }];
  });
}

/** Entries that stand in their list again, each with its repetitions; nothing is read as a wildcard. */
export function repeatedEntries(entries: readonly Entry[], textOf: (entry: Entry) => string): readonly Redundancy[] {
  const first = new Map<string, { covering: Entry; covered: Entry[] }>();
  for (const entry of entries) {
    const text = textOf(entry);
    const known = first.get(text);
    if (known === undefined) first.set(text, { covering: entry, covered: [] });
    else known.covered.push(entry);
  }
  return [...first.values()].filter(({ covered }) => covered.length > 0);
}
