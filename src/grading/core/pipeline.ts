import { judge, verdictOf } from './judge.ts';
import type { Diagnostic, Exercise, Files, GradeReport, Grader, Parsed, Simulation } from './types.ts';

/**
 * The one pipeline: parse, lint, simulate, judge. A text that the real system refuses is linted, but not simulated,
 * and then every goal is unknown.
 */
export function gradeWith<Document, Scenario>(
  grader: Grader<Document, Scenario>,
  exercise: Exercise<Scenario>,
  files: Files,
): GradeReport {
  const { document, refused, diagnostics } = parseAndLint(grader, files);
  if (document === null || refused) return reportRefusal(exercise, inTextOrder(diagnostics));
  const run = grader.simulate(document, exercise.scenario);
  return reportRun(exercise, { ...run, diagnostics: inTextOrder([...diagnostics, ...run.diagnostics]) });
}

/** What parsing and, where there is a document, linting find. */
export function parseAndLint<Document, Options>(
  grader: Grader<Document, never, Options>,
  files: Files,
  options?: Options,
): Parsed<Document> {
  const parsed = grader.parse(files, options);
  if (parsed.document === null) return parsed;
  return { ...parsed, diagnostics: [...parsed.diagnostics, ...grader.lint(parsed.document)] };
}

/** The report on files that the real system refuses: there is no run, so every goal is unknown. */
export function reportRefusal({ id: exercise, goals }: Exercise, diagnostics: readonly Diagnostic[]): GradeReport {
  const unknown = goals.map(({ id }) => ({ id, state: 'unknown' as const }));
  return { exercise, verdict: 'unreadable', goals: unknown, diagnostics, trace: [] };
}

/** The report on a run: its goals judged, with everything that was found in the text and in the run. */
export function reportRun({ id: exercise, goals: asked }: Exercise, { trace, diagnostics }: Simulation): GradeReport {
  const goals = judge(asked, trace, diagnostics);
  return { exercise, verdict: verdictOf(goals, diagnostics), goals, diagnostics, trace };
}

/** Diagnostics by place, stable; of two at one place the more severe comes first. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return diagnostics.toSorted(
    (a, b) => a.range.start - b.range.start || rank[a.severity] - rank[b.severity] || a.range.end - b.range.end,
  );
}
