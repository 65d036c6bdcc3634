/** Longer names than this are compared with nothing. */
const longestName = 200;

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
    if (Math.abs(candidate.length - lower.length) > limit) continue;
    const found = distance(lower, candidate.toLowerCase(), limit);
    if (found <= limit) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** Room for three rows of a table of distances: a suggestion compares hundreds of names, and new rows for each would be felt. */
const [first, second, third] = [0, 1, 2].map(() => new Uint16Array(longestName + 2)) as [Row, Row, Row];
type Row = Uint16Array;

/**
 * Optimal string alignment distance; any number above `limit` when it is more than that, or when a side is very long. Of the table
 * of distances only the band is filled in that can stay within the limit.
 */
export function distance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length > longestName || b.length > longestName) return beyond;
  let [twoAbove, above, current] = [first, second, third];
  for (let column = 0; column <= Math.min(b.length, beyond); column++) above[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    let least = from === 1 ? row : beyond;
    current[from - 1] = least;
    for (let column = from; column <= to; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    current[to + 1] = beyond;
    if (least > limit) return beyond;
    [twoAbove, above, current] = [above, current, twoAbove];
  }
  return above[b.length] ?? beyond;
}
