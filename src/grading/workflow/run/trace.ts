import type { TraceStep } from '../../core/types.ts';
import type { Job } from '../document.ts';
import { saidOf, sourceOf } from '../facts/failures.ts';
import type { Failure } from './state.ts';

type Usual = 'kind' | 'said' | 'stops';

/** A line of the trace. Most print nothing of their own, and nothing ends with them. */
export function traceStep(told: Omit<TraceStep, Usual> & Partial<Pick<TraceStep, 'said' | 'stops'>>): TraceStep {
  return { kind: 'attempt', said: '', stops: false, ...told };
}

/** The line of what a failure stops, in the words of the real system. */
export function refusedStep(
  failure: Failure,
  told: Pick<TraceStep, 'operation' | 'group' | 'call'> & Partial<Pick<TraceStep, 'outcome' | 'stops' | 'decidedBy'>>,
): TraceStep {
  return {
    kind: 'attempt',
    outcome: 'denied',
    stops: true,
    message: { code: failure.code, params: failure.params },
    said: saidOf(failure),
    source: sourceOf(failure.code),
    decidedBy: failure.ranges,
    ...told,
  };
}

/** A job's heading in the list of a run. */
export function titleOf({ name, id }: Job): string {
  return name?.text ?? id;
}
