import { type Message, message } from '../../../messages/index.ts';
import { type Offer, plain } from '../../core/offer.ts';
import { factsOf, knownActions } from '../actions/metadata.ts';
import runners from '../facts/runners.yaml';
import { actionOf } from '../queries/used-actions.ts';
import { aboutAction, aboutDescribed, inputWords } from './about.ts';
import type { WorkflowPlace } from './place.ts';
import { wordsOf } from './schema.ts';

interface Runners {
  readonly hosted: Readonly<Record<string, string>>;
  readonly selfHosted: readonly string[];
}

const { hosted, selfHosted } = runners as unknown as Runners;

/** A word that may stand somewhere. */
export interface Word {
  readonly word: string;
  readonly about: readonly Message[];
}

/** @source https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell (read 2026-11-24) */
const shells = ['bash', 'sh', 'pwsh', 'powershell', 'cmd', 'python'];

/** The words that may stand as the value at a place. */
export function offerValues(place: WorkflowPlace): readonly Offer[] {
  if (isUses(place)) return offerActions().map(({ word, about }) => plain('service', word, ...about));
  return wordsAt(place).map(({ word, about }) => plain('value', word, ...about));
}

/** The words that have a meaning as the value at a place. */
export function wordsAt(place: WorkflowPlace): readonly Word[] {
  const { path, slot, step } = place;
  const names = path.filter((each) => typeof each === 'string');
  const last = names.at(-1) ?? '';
  if (names[0] === 'jobs' && names[2] === 'runs-on' && names[3] !== 'group') return labels();
  if (names[0] === 'jobs' && last === 'needs' && names.length === 3) return needs(place);
  if (last === 'shell') return shells.map((word) => ({ word, about: [] }));
  if (step !== null && path[4] === 'with' && path.length === 6) return wordsOfInput(actionOf(step), last);
  return wordsOf(slot).map(({ word, about }) => ({ word, about: aboutDescribed(about) }));
}

/** Whether an action of a step is being named. */
export function isUses({ path }: WorkflowPlace): boolean {
  return path.length === 5 && path[2] === 'steps' && path[4] === 'uses';
}

/** Every action on record at each version that is kept up to date, the newest first. */
function offerActions(): readonly Word[] {
  return knownActions.flatMap((name) =>
    (factsOf(name)?.current ?? [])
      .toReversed()
      .map((major) => ({ word: `${name}@v${major}`, about: aboutAction(name) })),
  );
}

function labels(): readonly Word[] {
  return [
    ...Object.entries(hosted).map(([word, platform]) => ({
      word,
      about: [message('workflow/about-machine', { platform })],
    })),
    ...selfHosted.map((word) => ({ word, about: [message('workflow/about-own-machine')] })),
  ];
}

function needs({ document, job, start }: WorkflowPlace): readonly Word[] {
  const named = (job?.needs ?? []).filter(({ range }) => range.start !== start).map(({ text }) => text);
  return document.jobs
    .filter(({ id }) => id !== job?.id && !named.includes(id))
    .map(({ id }) => ({ word: id, about: [message('workflow/about-need')] }));
}

function wordsOfInput(action: string, input: string): readonly Word[] {
  const { words, default: preset } = inputWords(action, input) ?? {};
  const isSwitch = preset === 'true' || preset === 'false';
  return (words ?? (isSwitch ? ['true', 'false'] : [])).map((word) => ({ word, about: [] }));
}
