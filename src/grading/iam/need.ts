import { memoize } from '../core/memoize.ts';
import { arnPartsOf } from './arn.ts';
import type { Request } from './match.ts';
import type { IamScenario } from './scenario.ts';

/** What a task needs: its calls, and where it runs. Whatever a policy allows besides is beyond it. */
export interface Need {
  readonly calls: readonly NeededCall[];
  readonly account: string;
  readonly region: string;
  /** Keys that every request carries. */
  readonly context: Request['context'];
  /** Other resources that a policy is tried on besides those that its own text suggests. */
  readonly neighbours: readonly string[];
}

/** One request that the task makes. */
export interface NeededCall {
  readonly action: string;
  readonly resource: string;
  /** Keys that this request carries besides those of all. */
  readonly context: Request['context'];
}

/** The calls that a scenario attempts. */
export const needOf = memoize(({ account, region, context, neighbours = [], attempts }: IamScenario): Need => {
  const calls = attempts.flatMap(({ actions, resource = '*', context: own = {} }) =>
    actions.map((action) => ({ action, resource, context: own })),
  );
  return { calls, account, region, context, neighbours };
});

/** The same for a bare list of calls: account and Region are those of the first resource that names them. */
export function needOfCalls(calls: readonly Request[]): Need {
  const places = calls.map(({ resource }) => arnPartsOf(resource, false));
  const first = (part: 3 | 4, otherwise: string): string =>
    places.map((parts) => parts[part] ?? '').find((text) => text !== '') ?? otherwise;
  return { calls, region: first(3, 'us-east-1'), account: first(4, '111122223333'), context: {}, neighbours: [] };
}

/** A needed call as it is requested: with the keys that every request carries, and its own. */
export function requestFor({ context }: Need, call: NeededCall): Request {
  return { ...call, context: { ...context, ...call.context } };
}
