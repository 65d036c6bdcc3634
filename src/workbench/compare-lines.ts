/** Lines that two texts share, or that only one of them has. */
export interface LineChange {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Texts that differ in more lines than this are not compared further: the search grows with the square of it. */
const differingLines = 1_000;

/** What makes `after` of `before`, line by line. Texts that have hardly a line in common are taken out and put in whole. */
export async function compareLines(before: string, after: string): Promise<readonly LineChange[]> {
  const { diffLines } = await import('diff');
  const changes = diffLines(before, after, { maxEditLength: differingLines });
  return (
    changes ?? [
      { value: before, removed: true },
      { value: after, added: true },
    ]
  );
}
