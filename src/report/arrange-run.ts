import type { ReportedStep } from './report.ts';

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

/** True for a refused attempt; a refused probe may be just what is wanted. */
export function isRefusal({ kind, outcome }: ReportedStep): boolean {
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
