import type { SourceRange, TraceStep } from '../core/types.ts';

/** What AWS makes of one request of the workflow, and the text of the workflow that asks for it. */
export interface CallsAt {
  readonly range: SourceRange;
  readonly steps: readonly TraceStep[];
}

/**
 * Puts the calls where the run makes them: under their step of the workflow, before the line of the operation that they belong to.
 * Requests from the same text, as the legs of a matrix make them, are taken in their order; those whose text no line names come last.
 */
export function weave(trace: readonly TraceStep[], requests: readonly CallsAt[]): readonly TraceStep[] {
  const waiting = new Map<string, CallsAt[]>();
  for (const request of requests) {
    const key = keyOf(request.range);
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [request]);
    else queue.push(request);
  }
  const woven: TraceStep[] = [];
  let heading: TraceStep | undefined;
  let before = '';
  for (const step of trace) {
    if (step.operation === 'step') heading = step;
    const key = step.operation === 'step' ? '' : keyOf(step.decidedBy[0]);
    // Two lines of one text, as a login that two goals speak of has them, are one request.
    const request = key === before ? undefined : waiting.get(key)?.shift();
    if (request !== undefined) woven.push(...request.steps.map((call) => under(call, step.group, heading)));
    woven.push(step);
    before = key;
  }
  return [...woven, ...[...waiting.values()].flat().flatMap(({ steps }) => steps)];
}

/** A refusal that the workflow's step tolerates stops nothing. */
function under(call: TraceStep, group: string, heading: TraceStep | undefined): TraceStep {
  const isTolerated = heading?.outcome === 'denied' && !heading.stops;
  return { ...call, group, stops: call.stops && !isTolerated };
}

function keyOf(range: SourceRange | undefined): string {
  return range === undefined ? '' : `${range.file}:${range.start}:${range.end}`;
}
