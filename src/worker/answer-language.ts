import { loadPolicyLanguage } from '../grading/index.ts';
import { type Checks, loadChecks, type Message, render } from '../messages/index.ts';
import type { Answer, Request, WordedOffer } from './protocol.ts';

type Offers = readonly (Omit<WordedOffer, 'about'> & { readonly about: readonly Message[] })[];

/** What may be written at a place of a policy, or what stands there means. */
export async function answerPoint(request: Extract<Request, { kind: 'complete' | 'hover' }>): Promise<Answer> {
  const { id, kind, text, offset, policyType, locale } = request;
  const [language, checks] = await Promise.all([loadPolicyLanguage(), loadChecks(locale)]);
  if (kind === 'complete') {
    const { offers, ...place } = language.completePolicy(text, offset, policyType);
    return { kind: 'completions', id, completions: { ...place, offers: worded(offers, checks) } };
  }
  const hover = language.hoverPolicy(text, offset, policyType);
  return { kind: 'hover', id, hover: hover === null ? null : { ...hover, about: sentences(hover.about, checks) } };
}

/** What may be written in a field of a call. */
export async function answerField({ id, field, action, locale }: Extract<Request, { kind: 'field' }>): Promise<Answer> {
  const [language, checks] = await Promise.all([loadPolicyLanguage(), loadChecks(locale)]);
  const offers = field === 'action' ? language.completeAction(action) : language.completeResource(action);
  return {
    kind: 'completions',
    id,
    completions: { start: 0, end: action.length, offers: worded(offers, checks) },
  };
}

function worded(offers: Offers, checks: Checks): readonly WordedOffer[] {
  return offers.map((offer) => ({ ...offer, about: sentences(offer.about, checks) }));
}

function sentences(about: readonly Message[], checks: Checks): readonly string[] {
  return about.map((each) => render(checks, each).what);
}
