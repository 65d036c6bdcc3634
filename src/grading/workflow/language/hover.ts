import type { Message } from '../../../messages/index.ts';
import type { Hover } from '../../core/offer.ts';
import { readReference } from '../actions/metadata.ts';
import { actionOf } from '../queries/used-actions.ts';
import { aboutAction, aboutDescribed, aboutInput } from './about.ts';
import { contextsAt, namesBehind } from './context-names.ts';
import { functionsAt } from './offer-names.ts';
import { isUses, wordsAt } from './offer-values.ts';
import { findPlace, type NamePlace, type WorkflowPlace } from './place.ts';
import { memberOf } from './schema.ts';

/** What stands at an offset of a workflow means: a key, an input, a word, a name in an expression. Total, and linear. */
export function hoverWorkflow(text: string, offset: number): Hover | null {
  const place = findPlace(text, offset);
  if (place === null) return null;
  if (place.name !== null) return shown(place.name, aboutName(place, place.name));
  return place.style === 'lines' ? null : shown(place, aboutWritten(place, text.slice(place.start, place.end)));
}

function shown({ start, end }: { start: number; end: number }, about: readonly Message[]): Hover | null {
  return about.length === 0 || start === end ? null : { start, end, about };
}

function aboutName(place: WorkflowPlace, { path, start, end }: NamePlace): readonly Message[] {
  const written = place.text.slice(start, end).toLowerCase();
  const known = path.length > 0 ? namesBehind(path, place) : [...contextsAt(place), ...functionsAt(place)];
  return known.find(({ name }) => name.toLowerCase() === written)?.about ?? [];
}

function aboutWritten(place: WorkflowPlace, written: string): readonly Message[] {
  if (place.part === 'key') return aboutKey(place, written);
  if (isUses(place)) return aboutAction(readReference(written).name);
  return wordsAt(place).find(({ word }) => word === written)?.about ?? [];
}

function aboutKey({ path, slot, step, siblings }: WorkflowPlace, key: string): readonly Message[] {
  if (step !== null && path.length === 5 && path.at(-1) === 'with') return aboutInput(actionOf(step), key);
  return aboutDescribed(memberOf(slot, key, siblings)?.about ?? '');
}
