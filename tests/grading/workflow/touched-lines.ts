import type { GradeReport, SourceRange } from '../../../src/grading/core/types.ts';

/**
 * Lines (from 1) that errors, warnings and the deciding places of refused steps touch. Of a range of more than twelve lines only the
 * first counts.
 */
export function touchedLines(report: GradeReport, text: string): readonly number[] {
  const ranges = [
    ...report.diagnostics.filter(({ severity }) => severity !== 'info').map(({ range }) => range),
    ...report.trace.filter(({ outcome }) => outcome !== 'allowed').flatMap(({ decidedBy }) => decidedBy),
  ];
  return ranges.flatMap((range) => linesOf(range, text));
}

function linesOf({ start, end }: SourceRange, text: string): readonly number[] {
  const first = text.slice(0, start).split('\n').length;
  const last = first + text.slice(start, Math.max(start, end - 1)).split('\n').length - 1;
  return last - first >= 12 ? [first] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
