import type { Goal } from '../grading/index.ts';
import type { Report, ReportedDiagnostic, ReportedStep } from '../report/index.ts';

/** A step of the run, and whether the real client comes to it. */
export interface PlacedStep {
  readonly step: ReportedStep;
  /** Its place in the report's trace. */
  readonly index: number;
  /** False after the first refusal that stops the real client. */
  readonly reached: boolean;
  /** True for that first refusal alone. */
  readonly stopsHere: boolean;
}

export interface RunGroup {
  readonly title: string;
  readonly steps: readonly PlacedStep[];
}

export interface Run {
  /** The attempts in their order, neighbours of one group together. */
  readonly groups: readonly RunGroup[];
  readonly probes: readonly PlacedStep[];
  /** The step at which the real client stops; null when it comes to its end. */
  readonly stop: PlacedStep | null;
}

/** Arranges a trace as the real run would show it. */
export function arrangeRun(trace: readonly ReportedStep[]): Run {
  const stopIndex = trace.findIndex(
    ({ kind, outcome, stops }) => kind === 'attempt' && stops && (outcome === 'denied' || outcome === 'unknown'),
  );
  const placed = trace.map((step, index) => ({
    step,
    index,
    reached: step.kind === 'probe' || stopIndex < 0 || index <= stopIndex,
    stopsHere: index === stopIndex,
  }));
  const groups: { title: string; steps: PlacedStep[] }[] = [];
  for (const place of placed) {
    if (place.step.kind === 'probe') continue;
    const last = groups.at(-1);
    if (last !== undefined && last.title === place.step.group) last.steps.push(place);
    else groups.push({ title: place.step.group, steps: [place] });
  }
  return {
    groups,
    probes: placed.filter(({ step }) => step.kind === 'probe'),
    stop: placed[stopIndex] ?? null,
  };
}

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
    firstRefusal:
      arrangeRun(trace).stop?.step ??
      trace.find(({ kind, outcome }) => kind === 'attempt' && outcome === 'denied') ??
      null,
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
