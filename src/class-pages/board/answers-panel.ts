import type { LearnerRow } from '../../classroom/host/board.ts';
import { make } from '../../workbench/dom.ts';
import { type BoardDesk, type BoardView, button, type Panel, panelOf, titleOf } from './desk.ts';
import { type KeptItem, keepList, setText } from './keep-list.ts';

type Shown = LearnerRow & { readonly answer: NonNullable<LearnerRow['answer']> };

/** Answers that learners show of their own accord. On the big screen they have no name. */
export function answersPanel(desk: BoardDesk): Panel {
  const { words } = desk;
  const list = make('ul', { class: 'waiting-list' });
  const none = make('p', { class: 'board-none' }, words('answers.none'));
  const draw = keepList<readonly [Shown, BoardView]>(
    list,
    ([{ id }]) => id,
    () => answerItem(desk),
  );
  let drawn: { readonly board: unknown; readonly isSafe: boolean } | null = null;
  return {
    element: panelOf('answers', words('answers.title'), none, list),
    update(view) {
      const { state, isSafe } = view;
      if (drawn !== null && drawn.board === state.board && drawn.isSafe === isSafe) return;
      drawn = { board: state.board, isSafe };
      const shown = [...state.board.rows.values()].filter((row): row is Shown => row.answer !== null);
      none.hidden = shown.length > 0;
      draw(shown.map((row) => [row, view] as const));
    },
  };
}

function answerItem(desk: BoardDesk): KeptItem<readonly [Shown, BoardView]> {
  const { words, course } = desk;
  const [title, by] = [make('strong'), make('span', { class: 'waiting-about' })];
  let shown: Shown['answer'] | null = null;
  const show = button(words('answers.big'), () => shown !== null && showLarge(desk, shown));
  return {
    element: make('li', { class: 'waiting' }, make('p', {}, title, ' ', by), make('div', { class: 'board-row' }, show)),
    update([{ nick, answer }, { isSafe }]) {
      shown = answer;
      setText(title, titleOf(course, answer.exercise));
      setText(by, isSafe ? '' : words('answers.by', { nick: nick || words('people.nameless') }));
    },
  };
}

/** The text as it was shown, in large type. It came from somebody else's browser: it is text and nothing more. */
function showLarge({ words, course }: BoardDesk, { exercise, files }: Shown['answer']): void {
  const dialog = make(
    'dialog',
    { class: 'class-dialog board-large', 'aria-label': titleOf(course, exercise) },
    make('h2', {}, titleOf(course, exercise)),
    ...Object.entries(files).map(([file, text]) =>
      make('figure', {}, make('figcaption', {}, make('code', {}, file)), make('pre', { tabindex: 0 }, text)),
    ),
    button(words('head.close'), () => dialog.close()),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
