import type { Goal } from '../grading/index.ts';
import type { Report, ReportedDiagnostic, ReportedStep } from '../report/index.ts';

/** A step of the run, and whether the real client comes to it. */
export interface PlacedStep {
  readonly step: ReportedStep;
  /** Its place in the report's trace. */
  readonly index: number;
  /** False after the first refusal that stops the real client. */
  readonly reached: boolean;
  /** True for a refused attempt whose reason no earlier one gave; so for the first refusal, whether or not the real client goes on. */
  readonly isNews: boolean;
  /** True for the first refusal that stops the real client. */
  readonly stopsHere: boolean;
}

export interface RunGroup {
  readonly title: string;
  readonly steps: readonly PlacedStep[];
}

export interface Run {
  /** The attempts in their order, neighbours of one group together; what only says again what stands above it is left out. */
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
  const lastReached = stopIndex < 0 ? trace.length : endOfStop(trace, stopIndex);
  const reasons = new Set<string>();
  const isNews = (step: ReportedStep): boolean =>
    isRefusal(step) && !reasons.has(step.message) && reasons.add(step.message).size > 0;
  const placed = trace.map((step, index) => ({
    step,
    index,
    reached: step.kind === 'probe' || index <= lastReached,
    isNews: isNews(step),
    stopsHere: index === stopIndex,
  }));
  return {
    groups: groupsOf(placed.filter(({ step }) => step.kind === 'attempt')),
    probes: placed.filter(({ step }) => step.kind === 'probe'),
    stop: placed[stopIndex] ?? null,
  };
}

function isRefusal({ kind, outcome }: ReportedStep): boolean {
  return kind === 'attempt' && outcome === 'denied';
}

/**
 * The line of a workflow's step sums up what the step does below it. Where such a line is refused, the refusal is that of the first
 * operation below it that has another reason to give; a line with nothing else below it stands for itself.
 */
function endOfStop(trace: readonly ReportedStep[], stopIndex: number): number {
  const stop = trace[stopIndex];
  if (stop?.operation !== 'step') return stopIndex;
  for (const [ahead, step] of trace.slice(stopIndex + 1).entries()) {
    if (step.group !== stop.group || step.operation === 'step') break;
    if (isRefusal(step) && !isEcho(step, stop)) return stopIndex + 1 + ahead;
  }
  return stopIndex;
}

function groupsOf(attempts: readonly PlacedStep[]): readonly RunGroup[] {
  const groups: { title: string; steps: PlacedStep[] }[] = [];
  for (const place of attempts) {
    const last = groups.at(-1);
    if (last?.title !== place.step.group || place.step.operation === 'step')
      groups.push({ title: place.step.group, steps: [place] });
    else if (!last?.steps.some(({ step }) => isEcho(place.step, step))) last.steps.push(place);
  }
  return groups;
}

/** Whether a step says again what an earlier one of its group has said: the same refusal in the same words, or the same call. */
function isEcho(step: ReportedStep, earlier: ReportedStep): boolean {
  const isSame = step.outcome === earlier.outcome && step.message === earlier.message && step.said === earlier.said;
  return isSame && (step.call === earlier.call || (step.outcome === 'denied' && earlier.operation === 'step'));
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
