/**
 * Whether a branch, tag or path passes a list of patterns: `*` stays within a segment, `**` does not, `?` and `+` repeat what stands
 * before them, `!` takes out again what an earlier pattern let in. The last pattern that fits decides.
 *
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet (read 2026-11-24)
 * @example passes('release/1', ['release/**']) // => true
 */
export function passes(name: string, patterns: readonly string[]): boolean {
  let passed = false;
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) passed &&= !matchesGlob(name, pattern.slice(1));
    else passed ||= matchesGlob(name, pattern);
  }
  return passed;
}

/** One pattern without its `!`. Works in time proportional to both lengths. */
export function matchesGlob(name: string, pattern: string): boolean {
  const atoms = atomsOf(pattern.slice(0, 500));
  let reached = new Set([0]);
  reached = closed(reached, atoms);
  for (const character of name.slice(0, 500)) {
    const next = new Set<number>();
    for (const at of reached) {
      const atom = atoms[at];
      if (atom === undefined || !atom.fits(character)) continue;
      next.add(atom.repeats ? at : at + 1);
      if (atom.repeats) next.add(at + 1);
    }
    reached = closed(next, atoms);
  }
  return reached.has(atoms.length);
}

interface Atom {
  readonly fits: (character: string) => boolean;
  readonly repeats: boolean;
  readonly optional: boolean;
}

function closed(reached: Set<number>, atoms: readonly Atom[]): Set<number> {
  const all = new Set(reached);
  for (const at of all) if (atoms[at]?.optional === true) all.add(at + 1);
  return all;
}

function atomsOf(pattern: string): readonly Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (pattern.startsWith('**/', at) && (at === 0 || pattern[at - 1] === '/')) {
      atoms.push({ fits: () => true, repeats: true, optional: true });
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      atoms.push({ fits: () => true, repeats: true, optional: true });
      at += 1;
    } else if (character === '*') {
      atoms.push({ fits: (other) => other !== '/', repeats: true, optional: true });
    } else if ((character === '?' || character === '+') && atoms.length > 0) {
      const last = atoms.pop();
      if (last !== undefined)
        atoms.push({
          ...last,
          optional: character === '?' || last.optional,
          repeats: character === '+' || last.repeats,
        });
    } else if (character === '[' && pattern.includes(']', at)) {
      const end = pattern.indexOf(']', at);
      atoms.push({ fits: classOf(pattern.slice(at + 1, end)), repeats: false, optional: false });
      at = end;
    } else {
      const literal = character === '\\' ? (pattern[++at] ?? '\\') : character;
      atoms.push({ fits: (other) => other === literal, repeats: false, optional: false });
    }
  }
  return atoms;
}

function classOf(body: string): (character: string) => boolean {
  const ranges = Array.from(
    body.matchAll(/(.)-(.)|(.)/g),
    ([, from, to, single]) => [from ?? single ?? '', to ?? single ?? ''] as const,
  );
  return (character) => ranges.some(([from, to]) => character >= from && character <= to);
}
