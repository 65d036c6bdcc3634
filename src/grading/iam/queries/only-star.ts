import type { PolicyDocument } from '../document.ts';
import { linesIn, type ReadLine } from './lines.ts';

/** Lines whose only value is `*` under an operator that reads it as any text. */
export function* starLinesIn(document: PolicyDocument): Generator<ReadLine> {
  for (const line of linesIn(document)) {
    const { family, comparison } = line.read.fact;
    const [first, ...others] = line.values;
    if (family === 'String' && comparison === 'like' && others.length === 0 && first?.text === '*') yield line;
  }
}
