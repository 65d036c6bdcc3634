import type { PolicyDocument } from '../document.ts';
import { linesIn, type ReadLine } from './lines.ts';

/** Lines whose key is compared with an empty list. */
export function* emptyLinesIn(document: PolicyDocument): Generator<ReadLine> {
  for (const line of linesIn(document)) {
    if (line.value.kind === 'list' && line.value.items.length === 0) yield line;
  }
}
