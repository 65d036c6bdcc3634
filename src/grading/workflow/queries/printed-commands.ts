import type { SourceRange } from '../../core/types.ts';
import { stepsOf, type WorkflowDocument } from '../document.ts';

/** A command that a script gives the runner by printing it. */
export interface PrintedCommand {
  readonly name: string;
  readonly range: SourceRange;
}

/** The printed commands that fit a pattern, whose first group is the command's name. */
export function printedCommands(document: WorkflowDocument, pattern: RegExp): readonly PrintedCommand[] {
  return stepsOf(document).flatMap(({ run }) => {
    if (run === undefined) return [];
    const { range, written } = run;
    return Array.from(written.matchAll(pattern), (match) => {
      const start = range.start + match.index;
      return { name: match[1] ?? '', range: { ...range, start, end: start + match[0].length } };
    });
  });
}
