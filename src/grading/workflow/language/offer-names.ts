import type { Message } from '../../../messages/index.ts';
import type { Offer } from '../../core/offer.ts';
import vocabulary from '../facts/vocabulary.yaml';
import { aboutFunction } from './about.ts';
import { contextsAt, namesBehind } from './context-names.ts';
import type { NamePlace, WorkflowPlace } from './place.ts';

const { functions } = vocabulary as unknown as { readonly functions: readonly string[] };

/** Functions that only some places allow; GitHub's schema tells which. */
const bound = ['hashFiles', 'success', 'always', 'cancelled', 'failure'];

/** Functions that take nothing. */
const bare = ['success', 'always', 'cancelled', 'failure'];

/** The names that may stand in an expression: contexts and functions at its beginning, behind a dot what the file or GitHub knows. */
export function offerNames(place: WorkflowPlace, { path, end }: NamePlace): readonly Offer[] {
  const isFollowed = /^[.[(]/.test(place.text.slice(end, end + 1));
  if (path.length > 0) {
    return namesBehind(path, place).map(({ name, about, hasNames }) => ({
      kind: 'key',
      label: name,
      insert: hasNames && !isFollowed ? `${name}.` : name,
      isSnippet: false,
      about,
    }));
  }
  return [
    ...contextsAt(place).map(({ name, about }) => ({
      kind: 'key' as const,
      label: name,
      insert: isFollowed ? name : `${name}.`,
      isSnippet: false,
      about,
    })),
    ...functionsAt(place).map(({ name, about }) => {
      const insert = bare.includes(name) ? `${name}()` : `${name}(\${1})`;
      return {
        kind: 'action' as const,
        label: name,
        insert: isFollowed ? name : insert,
        isSnippet: !isFollowed,
        about,
      };
    }),
  ];
}

/** The functions that may be called at a place. */
export function functionsAt({
  slot,
}: WorkflowPlace): readonly { readonly name: string; readonly about: readonly Message[] }[] {
  const allowed = slot.allowed.filter((each) => each.includes('(')).map((each) => each.slice(0, each.indexOf('(')));
  return functions
    .filter((name) => !bound.includes(name) || allowed.includes(name))
    .map((name) => ({ name, about: aboutFunction(name) }));
}
