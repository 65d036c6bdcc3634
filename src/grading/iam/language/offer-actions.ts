import { type Offer, plain } from '../../core/offer.ts';
import { catalogueServices, findService, servicePrefixes } from '../catalogue.ts';
import { splitAction } from '../match.ts';
import { aboutAction, aboutService } from './about.ts';

/** The services, and after a colon the actions of the one before it; those of the catalogue come first. */
export function offerActions(written: string): readonly Offer[] {
  const [prefix] = splitAction(written);
  const service = written.includes(':') ? findService(prefix) : null;
  if (service !== null) {
    return [...service.actions.values()].map((action) =>
      plain('action', `${service.prefix}:${action.name}`, ...aboutAction(action)),
    );
  }
  const known = catalogueServices().map((each) => each.prefix);
  const others = servicePrefixes().filter((each) => !known.includes(each));
  return [...known, ...others].map((each) => plain('service', `${each}:`, ...aboutService(each)));
}
