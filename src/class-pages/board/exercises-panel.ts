import { countStates, type StateCounts } from '../../classroom/host/views.ts';
import { make } from '../../workbench/dom.ts';
import type { BoardExercise } from './course.ts';
import { type BoardDesk, type BoardView, button, leastGroup, type Panel, panelOf } from './desk.ts';
import { setText } from './keep-list.ts';

const shownStates = ['passed', 'trying', 'revealed', 'seen'] as const;

/** Where the room is with each exercise, and what of each is open to all. Choosing one turns the whole board to it. */
export function exercisesPanel(desk: BoardDesk): Panel {
  const { words, course } = desk;
  const rows = course.exercises.map((exercise) => exerciseRow(exercise, desk));
  let drawn: Partial<BoardView> = {};
  const all = button(words('filter.off'), () => desk.look(null));
  const head = ['name', ...shownStates, 'open'] as const;
  const element = panelOf(
    'exercises',
    words('exercises.title'),
    all,
    make(
      'div',
      { class: 'board-scroll' },
      make(
        'table',
        {},
        make(
          'thead',
          {},
          make('tr', {}, ...head.map((key) => make('th', { scope: 'col' }, words(`exercises.${key}`)))),
        ),
        make('tbody', {}, ...rows.map((row) => row.element)),
      ),
    ),
  );
  return {
    element,
    update(view) {
      const { state, exercise, isSafe } = view;
      const { board, control } = state;
      all.hidden = exercise === null;
      if (
        drawn.state?.board === board &&
        drawn.state.control === control &&
        drawn.state.ended === state.ended &&
        drawn.exercise === exercise &&
        drawn.isSafe === isSafe
      )
        return;
      drawn = view;
      const mayOpen = state.mayControl && !state.ended;
      for (const row of rows) {
        row.show(countStates(board, row.id), board.rows.size, isSafe ? leastGroup : 1);
        row.showChosen(exercise === row.id);
        row.showOpen(control.open.hints.includes(row.id), control.open.solutions.includes(row.id), mayOpen);
      }
    },
  };
}

function exerciseRow({ id, title }: BoardExercise, { words, session, look }: BoardDesk) {
  let isLookedAt = false;
  const name = make(
    'button',
    { type: 'button', class: 'exercise-name', 'aria-pressed': 'false', onclick: () => look(isLookedAt ? null : id) },
    title,
  );
  const bar = make('span', { class: 'exercise-bar', 'aria-hidden': 'true' });
  const cells = shownStates.map((state) =>
    make('td', { class: 'number', 'data-state': state, 'data-label': words(`exercises.${state}`).toLowerCase() }),
  );
  const [hints, solution] = (['hints', 'solution'] as const).map((what) => {
    const toggle = button(words(`exercises.${what}`), () => {
      const isOpen = toggle.getAttribute('aria-pressed') === 'true';
      if (what === 'hints') session.openHints(id, !isOpen);
      else session.openSolution(id, !isOpen);
    });
    return toggle;
  }) as [HTMLButtonElement, HTMLButtonElement];
  const element = make(
    'tr',
    {},
    make('th', { scope: 'row' }, name, bar),
    ...cells,
    make('td', { class: 'exercise-open' }, hints, solution),
  );
  return {
    id,
    element,
    /** Numbers below `least` are not told, and no bar shows them. */
    show(counts: StateCounts, all: number, least: number): void {
      for (const [index, cell] of cells.entries()) {
        const count = counts[shownStates[index] ?? 'seen'];
        setText(cell, count > 0 && count < least ? words('exercises.few', { count: least }) : String(count));
      }
      const shareOf = (count: number): string => String(all === 0 || count < least ? 0 : count / all);
      bar.style.setProperty('--passed', shareOf(counts.passed));
      bar.style.setProperty('--trying', shareOf(counts.trying + counts.revealed));
    },
    showChosen(isChosen: boolean): void {
      isLookedAt = isChosen;
      name.setAttribute('aria-pressed', String(isChosen));
    },
    showOpen(areHints: boolean, isSolution: boolean, mayOpen: boolean): void {
      hints.setAttribute('aria-pressed', String(areHints));
      solution.setAttribute('aria-pressed', String(isSolution));
      hints.disabled = solution.disabled = !mayOpen;
    },
  };
}
