import { distance, nearest } from '../core/nearest.ts';
import { findService, servicePrefixes } from './catalogue.ts';
import { actionsOfApiName } from './facts/api-names.ts';
import { splitAction } from './match.ts';

/**
 * The actions that somebody who wrote this most likely means: those of the API call of that name, else the nearest action of the service.
 * Empty rather than a wild guess.
 *
 * @example actionsMeant('s3:ListBuckets') // => ['s3:ListAllMyBuckets']
 */
export function actionsMeant(action: string): readonly string[] {
  const trimmed = action.trim();
  const byCall = actionsOfApiName.get(trimmed.toLowerCase());
  if (byCall !== undefined) return byCall;
  const [prefix, name] = splitAction(trimmed);
  const service = findService(prefix);
  if (service === null) return [];
  const names = [...service.actions.values()].map((known) => known.name);
  const found = nearestName(name, names);
  return found === null ? [] : [`${service.prefix}:${found}`];
}

/** On a tie the action with the same verb wins. */
function nearestName(name: string, names: readonly string[]): string | null {
  const verb = /^[A-Z]?[a-z]+/.exec(name)?.[0] ?? '';
  const sameVerb = names.filter((each) => each.startsWith(verb));
  const [byVerb, byAll] = [nearest(name, sameVerb), nearest(name, names)];
  if (byVerb === null || byAll === null) return byAll;
  const lower = name.toLowerCase();
  const [verbDistance, anyDistance] = [byVerb, byAll].map((each) => distance(lower, each.toLowerCase(), 40));
  return (verbDistance ?? 0) <= (anyDistance ?? 0) ? byVerb : byAll;
}

/** The service prefix nearest to what was written, or null. */
export function prefixMeant(prefix: string): string | null {
  return nearest(prefix, servicePrefixes());
}
