import type { LearnerRow } from '../../classroom/host/board.ts';
import { listHelp, listStuck, type Stuck } from '../../classroom/host/views.ts';
import type { BoardWords } from '../../messages/class.ts';
import { make, sentence } from '../../workbench/dom.ts';
import { faultNamed } from './course.ts';
import { type BoardDesk, type BoardView, button, type Panel, panelOf, sinceIn, titleOf } from './desk.ts';
import { type KeptItem, keepList, setText } from './keep-list.ts';

/** The rest is counted: a list that grows would push the controls out of sight. */
const shownLimit = 5;

/** Who raised the flag, the blocked and the longest waiting first. */
export function helpPanel(desk: BoardDesk): Panel {
  const { words } = desk;
  const list = make('ol', { class: 'waiting-list' });
  const [none, more] = [make('p', { class: 'board-none' }), make('p', { class: 'board-none' })];
  const draw = keepList<readonly [LearnerRow, BoardView]>(
    list,
    ([{ id }]) => id,
    () => helpItem(desk),
  );
  return {
    element: panelOf('help', words('help.title'), none, list, more),
    update(view) {
      const { state, isSafe } = view;
      const flags = listHelp(state.board);
      const blocked = flags.filter(({ help }) => help?.level === 2).length;
      none.hidden = flags.length > 0 && !isSafe;
      setText(none, flags.length === 0 ? words('help.none') : words('help.safe', { count: flags.length, blocked }));
      showMore(more, words, isSafe ? 0 : flags.length);
      draw(isSafe ? [] : flags.slice(0, shownLimit).map((row) => [row, view] as const));
    },
  };
}

function helpItem(desk: BoardDesk): KeptItem<readonly [LearnerRow, BoardView]> {
  const { words, session, course } = desk;
  let learner = '';
  const [name, about, code] = [make('strong'), make('span', { class: 'waiting-about' }), make('p')];
  const see = button(words('help.seen'), () => session.see(learner));
  const take = button(words('help.take'), () =>
    session.take(learner, words(session.state().mayControl ? 'help.me' : 'help.assistant')),
  );
  const done = button(words('help.done'), () => session.finish(learner));
  const element = make(
    'li',
    { class: 'waiting' },
    make('p', {}, name, ' ', about),
    code,
    make('div', { class: 'board-row' }, see, take, done),
  );
  return {
    element,
    update([row, { now }]) {
      const { help } = row;
      if (help === null) return;
      learner = row.id;
      setText(name, row.nick || words('people.nameless'));
      const where = lastExercise(row);
      const state = help.takenBy === '' ? words(`help.${help.level}`) : words('help.taken', { by: help.takenBy });
      const parts = [state, sinceIn(words, help.since, now), where === null ? '' : titleOf(course, where.id)];
      setText(about, parts.filter((part) => part !== '').join(' · '));
      element.dataset['level'] = String(help.level);
      setText(code, where?.code === undefined ? '' : (faultNamed(course, where.code)?.title ?? '').replaceAll('`', ''));
      code.hidden = code.textContent === '';
      see.hidden = help.seen;
      take.hidden = help.takenBy !== '';
    },
  };
}

function lastExercise({ exercises }: LearnerRow): { readonly id: string; readonly code: string | undefined } | null {
  const [last] = [...exercises].toReversed().filter(([, { state }]) => state !== 'seen');
  return last === undefined ? null : { id: last[0], code: last[1].codes[0] };
}

/** Who does not get on, the longest first. */
export function stuckPanel(desk: BoardDesk): Panel {
  const { words, outline } = desk;
  const list = make('ol', { class: 'waiting-list' });
  const [none, more] = [make('p', { class: 'board-none' }), make('p', { class: 'board-none' })];
  const draw = keepList<readonly [Stuck, BoardView]>(
    list,
    ([{ learner, exercise }]) => `${learner} ${exercise}`,
    () => stuckItem(desk),
  );
  return {
    element: panelOf('stuck', words('stuck.title'), none, list, more),
    update(view) {
      const { state, isSafe, now, exercise } = view;
      const stuck = listStuck(state.board, outline, now, state.control.everyMs).filter(
        (each) => exercise === null || each.exercise === exercise,
      );
      none.hidden = stuck.length > 0 && !isSafe;
      setText(none, stuck.length === 0 ? words('stuck.none') : words('stuck.safe', { count: stuck.length }));
      showMore(more, words, isSafe ? 0 : stuck.length);
      draw(isSafe ? [] : stuck.slice(0, shownLimit).map((each) => [each, view] as const));
    },
  };
}

function stuckItem({ words, course }: BoardDesk): KeptItem<readonly [Stuck, BoardView]> {
  const [name, about, fault] = [make('strong'), make('span', { class: 'waiting-about' }), make('p')];
  let shown: string | null = null;
  return {
    element: make('li', { class: 'waiting' }, make('p', {}, name, ' ', about), fault),
    update([{ learner, exercise, why, code, since }, { state, now }]) {
      setText(name, state.board.rows.get(learner)?.nick || words('people.nameless'));
      setText(about, [sinceIn(words, since, now), titleOf(course, exercise), words(`stuck.${why}`)].join(' · '));
      if (code === shown) return;
      shown = code;
      fault.hidden = code === null;
      const title = code === null ? '' : (faultNamed(course, code)?.title ?? words('faults.other'));
      fault.replaceChildren(make('span', {}, ...sentence(title)));
    },
  };
}

function showMore(place: HTMLElement, words: BoardWords, all: number): void {
  place.hidden = all <= shownLimit;
  setText(place, words('waiting.more', { count: all - shownLimit }));
}
