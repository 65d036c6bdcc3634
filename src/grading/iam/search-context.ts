import type { CompiledPolicy } from './compile.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { contextOf } from './match.ts';
import type { Need } from './need.ts';
import type { Context } from './variables.ts';

/** The context of a request by the parts of its resource's ARN: Region and account follow from where the resource is. */
export interface Contexts {
  at(arn: readonly string[] | null): Context;
}

/** The need's keys; and, where conditions of Allow statements ask for more, those besides. */
export function contextsToTry(policies: readonly CompiledPolicy[], need: Need): readonly Contexts[] {
  const given = contextOf(need.context);
  const asked = keysThatAllow(policies, given);
  return asked.size === 0
    ? [contextsFrom(given, need)]
    : [contextsFrom(given, need), contextsFrom(new Map([...given, ...asked]), need)];
}

function contextsFrom(base: Context, { region, account }: Need): Contexts {
  const known = new Map<string, Context>();
  return {
    at(arn) {
      const [, , , itsRegion = '', itsAccount = ''] = arn ?? [];
      const [where, whose] = [itsRegion === '' ? region : itsRegion, itsAccount === '' ? account : itsAccount];
      const id = `${where} ${whose}`;
      const found = known.get(id);
      if (found !== undefined) return found;
      const made = new Map([...base, ['aws:requestedregion', [where]], ['aws:resourceaccount', [whose]]]);
      known.set(id, made);
      return made;
    },
  };
}

/** Keys that conditions of Allow statements want to be there, and the request has not: each with a value that fits. */
export function keysThatAllow(
  policies: readonly CompiledPolicy[],
  given: Context,
): ReadonlyMap<string, readonly string[]> {
  const added = new Map<string, readonly string[]>();
  for (const { effect, conditions } of policies.flatMap(({ statements }) => statements)) {
    for (const { key, operator, line } of effect === 'Allow' ? conditions : []) {
      const value = line.values[0]?.text;
      const asks = operator !== null && !operator.fact.negated && operator.fact.family !== 'Null';
      if (asks && value !== undefined && !given.has(key)) added.set(key, [fillWildcards(value)[0] ?? value]);
    }
  }
  return added;
}
