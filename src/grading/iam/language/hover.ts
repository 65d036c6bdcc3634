import { type Message, message } from '../../../messages/index.ts';
import type { Hover } from '../../core/offer.ts';
import { arnPartsOf } from '../arn.ts';
import { findAction, findService } from '../catalogue.ts';
import type { PolicyType } from '../document.ts';
import { compileGlob, hasWildcard, matchesGlob } from '../glob.ts';
import { splitAction } from '../match.ts';
import { aboutAction, aboutKey, aboutOperator, aboutPattern } from './about.ts';
import { actionsTaken } from './actions-taken.ts';
import { aboutElements, aboutKinds } from './offer-elements.ts';
import { findPlace, type PolicyPlace } from './place.ts';

/** What the text at an offset means; null where there is nothing to say. Total, and linear in the length of the text. */
export function hoverPolicy(text: string, offset: number, type: PolicyType): Hover | null {
  const place = findPlace(text, offset, type);
  const about = place === null ? [] : aboutPlace(place);
  return place === null || about.length === 0 ? null : { start: place.start, end: place.end, about };
}

function aboutPlace({ part, written }: PolicyPlace): readonly Message[] {
  switch (part) {
    case 'policy-element':
    case 'statement-element':
      return Object.hasOwn(aboutElements, written)
        ? [{ code: aboutElements[written as keyof typeof aboutElements], params: {} }]
        : [];
    case 'principal-kind':
      return Object.hasOwn(aboutKinds, written)
        ? [{ code: aboutKinds[written as keyof typeof aboutKinds], params: {} }]
        : [];
    case 'effect':
      if (written !== 'Allow' && written !== 'Deny') return [];
      return [message(written === 'Allow' ? 'iam/about-allow' : 'iam/about-deny')];
    case 'version':
      if (written === '2012-10-17') return [message('iam/about-new-version')];
      return written === '2008-10-17' ? [message('iam/about-old-version')] : [];
    case 'action':
      return aboutWrittenAction(written);
    case 'resource':
      return aboutWrittenResource(written);
    case 'operator':
      return aboutOperator(written);
    case 'condition-key': {
      const about = aboutKey(written);
      return about === null ? [] : [about];
    }
    case 'principal':
    case 'condition-value':
      return [];
  }
}

function aboutWrittenAction(written: string): readonly Message[] {
  if (!hasWildcard(written)) {
    const known = findAction(...splitAction(written));
    return known === null ? [] : aboutAction(known);
  }
  const taken = actionsTaken(written);
  return taken.length === 0 ? [] : aboutPattern(taken);
}

function aboutWrittenResource(written: string): readonly Message[] {
  if (written === '*') return [message('iam/about-every-resource')];
  const service = findService(arnPartsOf(written, true)[2] ?? '');
  if (service === null || hasWildcard(written)) return [];
  for (const [type, format] of service.arnFormats) {
    if (matchesGlob(compileGlob(format.replace(/\$\{[^}]*\}/g, '*')), written))
      return [message('iam/about-resource', { service: service.prefix, type })];
  }
  return [];
}
