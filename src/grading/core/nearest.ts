/**
 * The candidate nearest to what was written, if it is near enough to suggest: at most a third of its length away (Damerau-Levenshtein,
 * adjacent letters swapped count once), case ignored. Null rather than a wild guess; the first of two equally near wins.
 *
 * @example nearest('tagz', ['tags', 'target']) // => 'tags'
 */
export function nearest(written: string, candidates: Iterable<string>): string | null {
  const lower = written.toLowerCase();
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.min(bestDistance - 1, Math.max(1, Math.floor(candidate.length / 3)));
    const found = distance(lower, candidate.toLowerCase(), limit);
    if (found <= limit) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** Optimal string alignment distance; any number above `limit` when it is more than that. Bounded to 200 characters a side. */
export function distance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length > 200 || b.length > 200) return beyond;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return beyond;
    [twoAbove, above] = [above, current];
  }
  return above[b.length] ?? beyond;
}
