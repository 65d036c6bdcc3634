import type { LearnerSession, LearnerState } from '../../classroom/learner/types.ts';
import type { ClassWords } from '../../messages/class.ts';
import { make } from '../../workbench/dom.ts';

/** The learner's part in the class: what the instructor sees of them, word for word, and the ways to show more or to leave. */
export interface PanelView {
  readonly element: HTMLElement;
  show(state: LearnerState): void;
}

/** What the panel's buttons do. */
export interface PanelActions {
  showAnswer(): void;
  leave(): void;
  /** Whether there is an answer on this page to be shown. */
  mayShow(): boolean;
}

export function bringPanel(session: LearnerSession, words: ClassWords, actions: PanelActions): PanelView {
  const name = make('p', {});
  const note = make('p', { class: 'class-note' });
  const sent = make('pre', { tabindex: 0 });
  const show = button(words('panel.show'), () => {
    element.hidePopover();
    actions.showAnswer();
  });
  const hide = button(words('panel.hide'), () => session.hide());
  const leave = button(words('panel.leave'), actions.leave);
  const element = make(
    'section',
    { class: 'class-pop class-panel', id: 'class-panel', popover: 'auto', 'aria-label': words('panel.label') },
    note,
    name,
    make('h2', {}, words('panel.sees')),
    sent,
    make('div', { class: 'class-row' }, show, hide, leave),
  );
  element.addEventListener('toggle', () => {
    show.hidden = !actions.mayShow();
  });
  return {
    element,
    show({ nick, control, sent: last, shown }) {
      name.textContent = nick === '' ? words('panel.nameless') : words('panel.name', { nick });
      note.textContent = control?.note ?? '';
      note.hidden = note.textContent === '';
      sent.textContent = last === '' ? words('panel.sees.none') : JSON.stringify(JSON.parse(last), null, 1);
      hide.hidden = shown === null;
    },
  };
}

function button(label: string, act: () => void): HTMLButtonElement {
  return make('button', { type: 'button', class: 'button', onclick: act }, label);
}
