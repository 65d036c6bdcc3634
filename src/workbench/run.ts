import type { Goal } from '../grading/index.ts';
import {
  arrangeRun,
  isRefusal,
  type Report,
  type ReportedDiagnostic,
  type ReportedStep,
  type RunGroup,
} from '../report/index.ts';

/** The worst thing that a group's reached steps came to; `unreached` when the run never gets to it. */
export function stateOf({ steps }: RunGroup): ReportedStep['outcome'] | 'unreached' {
  const reached = steps.filter((place) => place.reached).map(({ step }) => step.outcome);
  if (reached.length === 0) return 'unreached';
  for (const outcome of ['denied', 'unknown', 'allowed'] as const) if (reached.includes(outcome)) return outcome;
  return 'skipped';
}

/** A report in numbers, and what one should look at first. */
export interface Summary {
  readonly met: number;
  readonly all: number;
  readonly errors: number;
  readonly problems: number;
  readonly firstProblem: ReportedDiagnostic | null;
  readonly firstRefusal: ReportedStep | null;
}

export function summarise({ goals, diagnostics, trace }: Report): Summary {
  return {
    met: goals.filter(({ state }) => state === 'met').length,
    all: goals.length,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    problems: diagnostics.length,
    firstProblem: diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0] ?? null,
    firstRefusal: trace.find(isRefusal) ?? arrangeRun(trace).stop?.step ?? null,
  };
}

/** The steps that a place in the text decides, by their index in the trace. */
export function stepsDecidedAt(
  trace: readonly ReportedStep[],
  file: string,
  start: number,
  end: number,
): readonly number[] {
  return trace.flatMap(({ decidedBy }, index) =>
    decidedBy.some((range) => range.file === file && range.start <= end && start <= range.end) ? [index] : [],
  );
}

/** Whether a step came out as a goal asks; null when no goal speaks of it. */
export function isWanted({ operation, outcome }: ReportedStep, goals: readonly Goal[]): boolean | null {
  const goal = goals.find((asked) => 'operations' in asked && asked.operations.includes(operation));
  return goal === undefined || !('outcome' in goal) ? null : goal.outcome === outcome;
}
