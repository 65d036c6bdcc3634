import type { ClassWords } from '../../messages/class.ts';
import { type Child, make } from '../../workbench/dom.ts';

/** Something to do about a card, beside closing it. */
export interface CardAction {
  readonly label: string;
  act(): void;
}

/** What is told in passing: cards in a corner, which never take the focus, and a voice for a screen reader. */
export interface Cards {
  readonly element: HTMLElement;
  /** Shows a card; one of the same name gives way. */
  show(name: string, title: string, text: readonly Child[], actions?: readonly CardAction[]): void;
  hide(name: string): void;
  /** Says a sentence politely, without a card. */
  say(sentence: string): void;
}

const cardLimit = 3;

export function bringCards(words: ClassWords): Cards {
  const voice = make('div', { class: 'unseen', 'aria-live': 'polite' });
  const list = make('div', { class: 'class-cards-list' });
  const element = make('div', { class: 'class-cards no-print' }, list, voice);
  const byName = (name: string): HTMLElement | undefined =>
    [...list.children].find(
      (card): card is HTMLElement => card instanceof HTMLElement && card.dataset['card'] === name,
    );
  const say = (sentence: string): void => {
    voice.replaceChildren(make('p', {}, sentence));
  };
  return {
    element,
    say,
    hide: (name) => byName(name)?.remove(),
    show(name, title, text, actions = []) {
      byName(name)?.remove();
      const card = make(
        'section',
        { class: 'class-card', 'data-card': name, 'aria-label': title },
        make('h2', {}, title),
        ...text.map((part) => (typeof part === 'string' ? make('p', {}, part) : part)),
      );
      const close = { label: words('notice.close'), act: () => undefined };
      const buttons = [...actions, close].map(({ label, act }) =>
        make(
          'button',
          {
            type: 'button',
            class: 'button',
            onclick: () => {
              card.remove();
              act();
            },
          },
          label,
        ),
      );
      card.append(make('div', { class: 'class-row' }, ...buttons));
      list.append(card);
      while (list.children.length > cardLimit) list.firstElementChild?.remove();
      say(`${title}. ${text.filter((part) => typeof part === 'string').join(' ')}`);
    },
  };
}
