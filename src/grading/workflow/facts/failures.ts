import { fill } from '../../../messages/catalog.ts';
import type { Code } from '../../../messages/index.ts';
import type { Diagnostic, Evidence, Source } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import type { Failure } from '../run/state.ts';
import failures from './failures.yaml';

interface FailureFact {
  readonly said: string;
  readonly source: string;
  readonly evidence?: Evidence;
}

const facts = failures as Readonly<Record<string, FailureFact>>;

/** The tails of the codes that have a wording on record. */
export const failureCodes: readonly string[] = Object.keys(facts);

function tailOf(code: Code): string {
  return code.slice(code.indexOf('/') + 1);
}

/** What the real system prints for a failure. */
export function saidOf({ code, params, said }: Failure): string {
  return said ?? fill(facts[tailOf(code)]?.said ?? '', params);
}

/** What the wording and the rule of a failure rest on. Throws for a code that `failures.yaml` has not. */
export function sourceOf(code: Code): Source {
  const fact = facts[tailOf(code)];
  if (fact === undefined) throw new Error(`failures.yaml has no ${code}`);
  return { url: fact.source, readOn: '2026-11-24', evidence: fact.evidence ?? 'documented' };
}

/** The diagnostic of a failure, at the first place that decides it. */
export function diagnosticOf(failure: Failure, fallback: Diagnostic['range']): Diagnostic {
  const [range = fallback, ...related] = failure.ranges;
  return found('error', failure.code, failure.params as never, range, sourceOf(failure.code), { related });
}
