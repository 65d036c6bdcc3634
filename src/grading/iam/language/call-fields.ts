import { type Offer, plain } from '../../core/offer.ts';
import { findAction } from '../catalogue.ts';
import { splitAction } from '../match.ts';
import { offerActions } from './offer-actions.ts';
import { offerFormats } from './offer-resources.ts';

/** What may be written for the action of a call. */
export function completeAction(written: string): readonly Offer[] {
  return offerActions(written.trim());
}

/** What may be written for the resource of a call of this action: `*` where AWS takes no other, else the forms of its ARNs. */
export function completeResource(action: string): readonly Offer[] {
  const [prefix, name] = splitAction(action.trim());
  const known = findAction(prefix, name);
  if (known === null) return [];
  return known.resourceTypes.length === 0 ? [plain('resource', '*')] : offerFormats([known]);
}
