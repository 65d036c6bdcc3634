import type { Entry } from '../document.ts';
import { compileGlob, coversGlob, type Glob } from '../glob.ts';

/** Entries that are compared each with each; longer lists are searched for exact repetitions only. */
const maxCompared = 300;

/** Every entry that takes in others of its list, with those. Of equal entries the first counts as the one that covers. */
export function coveringEntries(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
): readonly { readonly covering: Entry; readonly covered: readonly Entry[] }[] {
  const compiled = entries.map((entry) => ({ entry, text: textOf(entry), glob: compileGlob(textOf(entry)) }));
  if (compiled.length > maxCompared) return repetitions(compiled);
  return compiled.flatMap(({ entry, text, glob }, index) => {
    const covered = compiled.filter((other, at) =>
      other.text === text ? at > index && isFirst(compiled, index, text) : coversGlob(glob, other.glob),
    );
    return covered.length === 0 ? [] : [{ covering: entry, covered: covered.map((other) => other.entry) }];
  });
}

type Compiled = { readonly entry: Entry; readonly text: string; readonly glob: Glob };

function isFirst(compiled: readonly Compiled[], index: number, text: string): boolean {
  return compiled.findIndex((each) => each.text === text) === index;
}

function repetitions(compiled: readonly Compiled[]): ReturnType<typeof coveringEntries> {
  const first = new Map<string, { covering: Entry; covered: Entry[] }>();
  for (const { entry, text } of compiled) {
    const known = first.get(text);
    if (known === undefined) first.set(text, { covering: entry, covered: [] });
    else known.covered.push(entry);
  }
  return [...first.values()].filter(({ covered }) => covered.length > 0);
}
