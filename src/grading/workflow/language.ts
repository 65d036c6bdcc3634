import { type Completions, noCompletions, type Offer } from '../core/offer.ts';
import { offerItems, offerKeys } from './language/offer-keys.ts';
import { offerNames } from './language/offer-names.ts';
import { offerValues } from './language/offer-values.ts';
import { findPlace, type WorkflowPlace } from './language/place.ts';

export { hoverWorkflow } from './language/hover.ts';

/**
 * What may be written at an offset of a workflow: keys and their words, actions and their inputs, and inside of `${{ }}` contexts with what the
 * file puts into them. Total, and linear in the length of the text; nothing for texts of more than 256 KB or 5,000 lines.
 *
 * @example completeWorkflow('on: pus', 7).offers[0]?.label // => 'push'
 */
export function completeWorkflow(text: string, offset: number): Completions {
  const place = findPlace(text, offset);
  if (place === null) return noCompletions;
  const { name } = place;
  if (name !== null) return { start: name.start, end: name.end, offers: offerNames(place, name) };
  return { start: place.start, end: place.end, offers: offersAt(place) };
}

function offersAt(place: WorkflowPlace): readonly Offer[] {
  if (place.style === 'lines') return [];
  if (place.part === 'key') return offerKeys(place);
  if (place.part === 'value') return offerValues(place);
  const [keys, items] = [offerKeys(place), offerItems(place)];
  return keys.length > 0 ? keys : items.length > 0 ? items : offerValues(place);
}
