import type { Offer } from '../../core/offer.ts';
import { actionOf } from '../queries/used-actions.ts';
import { aboutDescribed, aboutInput, inputsOf } from './about.ts';
import type { WorkflowPlace } from './place.ts';
import { itemOf, keysOf, openingOf } from './schema.ts';

/** The keys that may stand at a place and do not yet; behind `with`, the inputs of the step's action. */
export function offerKeys(place: WorkflowPlace): readonly Offer[] {
  const inputs = offerInputs(place);
  if (inputs !== null) return inputs;
  const { slot, siblings } = place;
  return keysOf(slot, siblings)
    .filter(({ name }) => !siblings.includes(name))
    .map(({ name, about, slot: of }) => key(place, name, openingOf(of), aboutDescribed(about)));
}

/** What the items of a list may begin with, each with the dash before it; nothing where they are no mappings. */
export function offerItems(place: WorkflowPlace): readonly Offer[] {
  const item = itemOf(place.slot);
  if (item === undefined) return [];
  return offerKeys({ ...place, slot: item, siblings: [] }).map((offer) => ({ ...offer, insert: `- ${offer.insert}` }));
}

function offerInputs(place: WorkflowPlace): readonly Offer[] | null {
  const { path, step, siblings } = place;
  if (step === null || path.length !== 5 || path.at(-1) !== 'with') return null;
  const action = actionOf(step);
  const written = siblings.map((name) => name.toLowerCase());
  return inputsOf(action)
    .filter((name) => !written.includes(name))
    .map((name) => key(place, name, ' ', aboutInput(action, name)));
}

function key({ hasColon, style }: WorkflowPlace, name: string, opening: string, about: Offer['about']): Offer {
  const insert = hasColon ? name : `${name}:${style === 'flow' ? ' ' : opening}`;
  return { kind: 'element', label: name, insert, isSnippet: false, about };
}
