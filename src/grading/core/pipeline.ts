import { judge, verdictOf } from './judge.ts';
import type { Diagnostic, Exercise, Files, GradeReport, Grader } from './types.ts';

/**
 * The one pipeline: parse, lint, simulate, judge. A text that the real system refuses is linted, but not simulated,
 * and then every goal is unknown.
 */
export function gradeWith<Document, Scenario>(
  grader: Grader<Document, Scenario>,
  exercise: Exercise<Scenario>,
  files: Files,
): GradeReport {
  const { document, refused, diagnostics: parsed } = grader.parse(files);
  const linted = document === null ? parsed : [...parsed, ...grader.lint(document)];
  if (document === null || refused) {
    const goals = exercise.goals.map(({ id }) => ({ id, state: 'unknown' as const }));
    return { exercise: exercise.id, verdict: 'unreadable', goals, diagnostics: inTextOrder(linted), trace: [] };
  }
  const { trace, diagnostics: seenInRun } = grader.simulate(document, exercise.scenario);
  const diagnostics = inTextOrder([...linted, ...seenInRun]);
  const goals = judge(exercise.goals, trace, diagnostics);
  return { exercise: exercise.id, verdict: verdictOf(goals, diagnostics), goals, diagnostics, trace };
}

/** Diagnostics by place, stable; of two at one place the more severe comes first. */
export function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return diagnostics.toSorted(
    (a, b) => a.range.start - b.range.start || rank[a.severity] - rank[b.severity] || a.range.end - b.range.end,
  );
}
