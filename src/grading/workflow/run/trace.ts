import type { TraceStep } from '../../core/types.ts';
import type { Job } from '../document.ts';
import type { Scope } from '../expression.ts';
import { saidOf, sourceOf } from '../facts/failures.ts';
import { readable } from '../unknown.ts';
import { textIn } from './environment.ts';
import type { Combination } from './matrix.ts';
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

/**
 * A job's heading in the list of a run. One of several combinations of a matrix is known by its values: `build (linux/amd64)`; where the name
 * is an expression, it is thought to say as much itself.
 *
 * @source https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations (read 2026-11-24)
 */
export function titleOf({ name, id }: Job, matrix: Combination = {}, scope?: Scope): string {
  if (name?.text.includes('${{') && scope !== undefined) return shortened(readable(textIn(name, scope)));
  const values = valuesIn(Object.values(matrix)).map(readable).join(', ');
  return shortened(`${name?.text ?? id}${values === '' ? '' : ` (${values})`}`);
}

/** @source https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/JobNameBuilder.cs (read 2026-11-24) */
const longestTitle = 100;

function shortened(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 3)}...`;
}

/** A heading below that of the job that called the workflow: `call / build`. */
export function under(caller: string, title: string): string {
  return caller === '' ? title : `${caller} / ${title}`;
}

/** The plain values of a combination, also those inside lists and mappings. */
function valuesIn(values: readonly unknown[]): readonly string[] {
  return values.slice(0, 20).flatMap((value) => {
    if (Array.isArray(value)) return valuesIn(value);
    if (typeof value === 'object' && value !== null) return valuesIn(Object.values(value));
    return value === null || typeof value === 'function' ? [] : [String(value)];
  });
}
