import { type Completions, noCompletions, type Offer } from '../core/offer.ts';
import type { PolicyType } from './document.ts';
import { offerActions } from './language/offer-actions.ts';
import { offerKeys, offerOperators, offerValues } from './language/offer-conditions.ts';
import { offerElements, offerPrincipals, offerWords } from './language/offer-elements.ts';
import { offerResources } from './language/offer-resources.ts';
import { findPlace, type PolicyPlace } from './language/place.ts';

export type { Completions, Hover, Offer } from '../core/offer.ts';
export { completeAction, completeResource } from './language/call-fields.ts';
export { hoverPolicy } from './language/hover.ts';

/**
 * What may be written at an offset of a policy: elements, actions, resources, operators, condition keys and their values. Only inside of
 * quotes, where it is certain what is being written; elsewhere nothing. Total, and linear in the length of the text.
 *
 * @example completePolicy('{"Version":""}', 12, 'identity').offers[0]?.label // => '2012-10-17'
 */
export function completePolicy(text: string, offset: number, type: PolicyType): Completions {
  const place = findPlace(text, offset, type);
  if (place === null) return noCompletions;
  return { start: place.start, end: place.end, offers: offersAt(place) };
}

function offersAt(place: PolicyPlace): readonly Offer[] {
  switch (place.part) {
    case 'policy-element':
    case 'statement-element':
      return offerElements(place);
    case 'version':
    case 'effect':
      return offerWords(place.part);
    case 'principal-kind':
    case 'principal':
      return offerPrincipals(place);
    case 'action':
      return offerActions(place.written);
    case 'resource':
      return offerResources(place);
    case 'operator':
      return offerOperators();
    case 'condition-key':
      return offerKeys(place);
    case 'condition-value':
      return offerValues(place);
  }
}
