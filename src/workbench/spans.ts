import type { Marker, Span } from '../editor/index.ts';
import type { ReportedDiagnostic } from '../report/index.ts';

/** A problem as an editor underlines it. */
export function markerOf(problem: ReportedDiagnostic): Marker {
  const { severity, message, why, fix, code, source, fixes } = problem;
  return { ...spanOf(problem), severity, message, more: [why, fix].filter((text) => text !== ''), code, source, fixes };
}

/** Where a problem is. */
export function spanOf({ file, start, end }: ReportedDiagnostic): Span {
  return { file, start: start.offset, end: end.offset };
}
