import { type Completions, type Hover, loadPolicyLanguage, loadWorkflowLanguage } from '../grading/index.ts';
import { type Checks, loadChecks, type Message, render } from '../messages/index.ts';
import type { Answer, Request, TextPoint, WordedOffer } from './protocol.ts';

interface Language {
  complete(text: string, offset: number): Completions;
  hover(text: string, offset: number): Hover | null;
}

/** What may be written at a place of a text, or what stands there means. */
export async function answerPoint(request: Extract<Request, { kind: 'complete' | 'hover' }>): Promise<Answer> {
  const { id, kind, text, offset, written, locale } = request;
  const [language, checks] = await Promise.all([loadLanguage(written), loadChecks(locale)]);
  if (kind === 'complete') {
    const { offers, ...place } = language.complete(text, offset);
    return { kind: 'completions', id, completions: { ...place, offers: worded(offers, checks) } };
  }
  const hover = language.hover(text, offset);
  return { kind: 'hover', id, hover: hover === null ? null : { ...hover, about: sentences(hover.about, checks) } };
}

/** Each language is fetched when an editor first asks for it. */
async function loadLanguage(written: TextPoint['written']): Promise<Language> {
  if (written === 'workflow') {
    const { completeWorkflow, hoverWorkflow } = await loadWorkflowLanguage();
    return { complete: completeWorkflow, hover: hoverWorkflow };
  }
  const { completePolicy, hoverPolicy } = await loadPolicyLanguage();
  return {
    complete: (text, offset) => completePolicy(text, offset, written),
    hover: (text, offset) => hoverPolicy(text, offset, written),
  };
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

function worded(offers: Completions['offers'], checks: Checks): readonly WordedOffer[] {
  return offers.map((offer) => ({ ...offer, about: sentences(offer.about, checks) }));
}

function sentences(about: readonly Message[], checks: Checks): readonly string[] {
  return about.map((each) => render(checks, each).what);
}
