import type { Mend } from '../../../editor/index.ts';
import { readKeys } from '../../../exercises/asks.ts';
import type { FreeWords } from '../../../messages/free-workbench.ts';
import type { WorkbenchWords } from '../../../messages/workbench.ts';
import type { ReportedStep } from '../../../report/index.ts';
import { make, sentence } from '../../dom.ts';
import type { PolicyType } from '../free-desk.ts';
import { isAskable, isSaml, type NamedAsk } from '../free-scenario.ts';
import { isAsWanted } from '../summary.ts';
import { answerView } from './answer.ts';

/** What a row needs of the page around it. */
export interface RowTools {
  readonly type: PolicyType;
  readonly free: FreeWords;
  readonly words: WorkbenchWords;
  /** Something was typed or chosen. */
  changed(): void;
  remove(row: AskRow): void;
  /** Fills the list of suggestions for a field that is being typed in. */
  suggest(field: 'action' | 'resource', action: string): void;
  show(range: ReportedStep['decidedBy'][number]): void;
  point(step: ReportedStep | null): void;
  /** Makes the edit that lets a refused call pass. */
  mend(fix: Mend): void;
}

/** One call on the page: its fields, and what came of it. */
export interface AskRow {
  readonly element: HTMLElement;
  ask(): NamedAsk;
  /** Shows an answer; null where the call was not asked. */
  answer(step: ReportedStep | null): void;
  /** Says which call in the list this is. */
  number(number: number): void;
  focus(): void;
}

/** Ids of the lists that the fields suggest from. */
export const suggestionLists = { action: 'free-actions', resource: 'free-resources' } as const;

export function makeAskRow(given: NamedAsk, tools: RowTools): AskRow {
  const { type, free, changed } = tools;
  const fields = makeFields(given, tools);
  const { action, on, keys, wanted } = fields;
  const place = make('div', { class: 'ask-answer' });
  const sign = make('span', { class: 'sign', 'aria-hidden': 'true' }, '·');
  const remove = make('button', { type: 'button', class: 'ask-remove' }, '✕');
  const element = make(
    'li',
    { class: 'ask', 'data-state': 'waiting' },
    make('div', { class: 'ask-line' }, sign, type === 'identity' ? action : on, wanted, remove),
    type === 'identity' && make('div', { class: 'ask-line ask-on' }, on),
    fields.details,
    place,
  );
  let opened: boolean | null = null;
  let shown: ReportedStep | null = null;
  const row: AskRow = {
    element,
    ask: () => ({
      id: given.id,
      action: action.value,
      on: on.value,
      keys: keys.value,
      wanted: wanted.value === 'denied' ? 'denied' : 'allowed',
      as: given.as,
    }),
    answer(step) {
      shown = step;
      const ask = row.ask();
      const state =
        step === null
          ? 'waiting'
          : isAsWanted(step, ask.wanted)
            ? 'as-wanted'
            : step.outcome === 'unknown'
              ? 'unknown'
              : 'otherwise';
      element.dataset['state'] = state;
      sign.textContent = { waiting: '·', 'as-wanted': '✓', unknown: '?', otherwise: '✕' }[state];
      if (step === null) {
        const reason = isAskable(ask, type) ? 'call.waiting' : lackOf(ask, type);
        place.replaceChildren(make('p', { class: 'ask-idle' }, sentence(free(reason))));
        return;
      }
      const view = answerView(step, ask, tools, opened ?? state !== 'as-wanted');
      view.querySelector('summary')?.addEventListener('click', () => {
        opened = !(view as HTMLDetailsElement).open;
      });
      place.replaceChildren(view);
    },
    number(number) {
      const name = free(type === 'trust' ? 'token.label' : 'call.label', { number });
      element.setAttribute('aria-label', name);
      for (const [field, label] of fields.labels) field.setAttribute('aria-label', `${name}: ${free(label)}`);
      remove.setAttribute('aria-label', free('call.remove', { call: name }));
    },
    focus: () => (type === 'identity' ? action : on).focus(),
  };
  remove.addEventListener('click', () => tools.remove(row));
  for (const field of [action, on, keys, wanted]) field.addEventListener('input', changed);
  for (const event of ['pointerenter', 'focusin']) element.addEventListener(event, () => tools.point(shown));
  for (const event of ['pointerleave', 'focusout']) element.addEventListener(event, () => tools.point(null));
  row.answer(null);
  return row;
}

/** Why a call is not asked. */
function lackOf({ on }: NamedAsk, type: PolicyType): 'call.incomplete' | 'token.incomplete' | 'token.saml' {
  if (type === 'identity') return 'call.incomplete';
  return isSaml(on) ? 'token.saml' : 'token.incomplete';
}

type FieldLabel = 'call.action' | 'call.resource' | 'token.provider' | 'token.claims' | 'call.keys' | 'call.wanted';

interface Fields {
  readonly action: HTMLInputElement;
  readonly on: HTMLInputElement;
  readonly keys: HTMLTextAreaElement;
  readonly wanted: HTMLSelectElement;
  readonly details: HTMLElement;
  readonly labels: readonly (readonly [HTMLElement, FieldLabel])[];
}

const plainText = { autocapitalize: 'off', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false' };

function makeFields(given: NamedAsk, { type, free, suggest }: RowTools): Fields {
  const isTrust = type === 'trust';
  const action = make('input', {
    ...plainText,
    class: 'ask-field',
    value: given.action,
    maxlength: 200,
    placeholder: 'ecr:PutImage',
    list: suggestionLists.action,
  });
  const on = make('input', {
    ...plainText,
    class: 'ask-field',
    value: given.on,
    maxlength: 2000,
    placeholder: isTrust ? 'arn:aws:iam::…:oidc-provider/…' : free('call.resource.hint'),
    ...(isTrust ? {} : { list: suggestionLists.resource }),
  });
  for (const event of ['focus', 'input']) {
    action.addEventListener(event, () => suggest('action', action.value));
    on.addEventListener(event, () => !isTrust && suggest('resource', action.value));
  }
  const keys = make(
    'textarea',
    { ...plainText, class: 'ask-field', rows: isTrust ? 4 : 2, maxlength: 4000 },
    given.keys,
  );
  const wanted = make(
    'select',
    { class: 'ask-wanted' },
    (['allowed', 'denied'] as const).map((each) =>
      make('option', { value: each, selected: each === given.wanted }, free(`wanted.${each}`)),
    ),
  );
  return {
    action,
    on,
    keys,
    wanted,
    details: keysView(keys, type, free),
    labels: [
      [action, 'call.action'],
      [on, isTrust ? 'token.provider' : 'call.resource'],
      [keys, isTrust ? 'token.claims' : 'call.keys'],
      [wanted, 'call.wanted'],
    ],
  };
}

/** The keys, folded; their summary says what is in them. */
function keysView(keys: HTMLTextAreaElement, type: PolicyType, free: FreeWords): HTMLElement {
  const summary = make('summary', {});
  const fault = make('p', { class: 'ask-fault', 'aria-live': 'polite' });
  const paint = (): void => {
    const { keys: read, faults } = readKeys(keys.value);
    const [line] = faults;
    const subject = String(read['sub'] ?? '');
    const count = Object.keys(read).length;
    summary.textContent =
      type === 'trust'
        ? subject === ''
          ? free('token.claims')
          : free('token.claims.of', { subject })
        : free(count === 0 ? 'call.keys' : 'call.keys.count', { count });
    fault.replaceChildren(...(line === undefined ? [] : (sentence(free('keys.fault', { line })) as (Node | string)[])));
  };
  keys.addEventListener('input', paint);
  paint();
  return make(
    'details',
    { class: 'ask-keys', open: type === 'trust' && keys.value === '' },
    summary,
    make('p', { class: 'ask-how' }, free('keys.how')),
    keys,
    fault,
  );
}
