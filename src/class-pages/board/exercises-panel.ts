import { countStates, type StateCounts } from '../../classroom/host/views.ts';
import { make } from '../../workbench/dom.ts';
import type { BoardExercise } from './course.ts';
import { type BoardDesk, type BoardView, button, type Panel, panelOf } from './desk.ts';
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
      const { state, exercise } = view;
      const { board, control } = state;
      all.hidden = exercise === null;
      if (drawn.state?.board === board && drawn.state.control === control && drawn.exercise === exercise) return;
      drawn = view;
      for (const row of rows) {
        row.show(countStates(board, row.id), board.rows.size, exercise === row.id);
        row.showOpen(control.open.hints.includes(row.id), control.open.solutions.includes(row.id), state.mayControl);
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
    show(counts: StateCounts, all: number, isChosen: boolean): void {
      isLookedAt = isChosen;
      name.setAttribute('aria-pressed', String(isChosen));
      for (const [index, cell] of cells.entries()) setText(cell, String(counts[shownStates[index] ?? 'seen']));
      bar.style.setProperty('--passed', String(all === 0 ? 0 : counts.passed / all));
      bar.style.setProperty('--trying', String(all === 0 ? 0 : (counts.trying + counts.revealed) / all));
    },
    showOpen(areHints: boolean, isSolution: boolean, mayControl: boolean): void {
      hints.setAttribute('aria-pressed', String(areHints));
      solution.setAttribute('aria-pressed', String(isSolution));
      hints.disabled = solution.disabled = !mayControl;
    },
  };
}
