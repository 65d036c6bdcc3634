import type { LearnerRow } from '../../classroom/host/board.ts';
import { type Presence, presenceOf } from '../../classroom/host/views.ts';
import { make } from '../../workbench/dom.ts';
import { type BoardDesk, type BoardView, type Panel, panelOf, titleOf } from './desk.ts';
import { setText } from './keep-list.ts';
import { personView } from './person-view.ts';
import { windowedList } from './windowed-list.ts';

const order: Readonly<Record<Presence, number>> = { active: 0, away: 1, gone: 2 };

/** Everybody, with the one that is chosen beside. Only the rows in sight are on the page, so that two thousand are as quick as ten. */
export function peoplePanel(desk: BoardDesk): Panel {
  const { words, course } = desk;
  let view: BoardView | null = null;
  let sorted: {
    readonly board: unknown;
    readonly find: string;
    readonly exercise: string | null;
    readonly rows: readonly LearnerRow[];
  } | null = null;
  const find = make('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': words('people.find'),
    placeholder: words('people.find'),
  });
  const said = make('p', { class: 'board-none' });
  const person = personView(desk);
  const list = windowedList<LearnerRow>({
    label: words('people.title'),
    draw: (row, element) => drawRow(row, element),
    chosen: (row) => {
      person.choose(row?.id ?? null);
      if (view !== null) person.update(view);
    },
  });
  find.addEventListener('input', () => view !== null && update(view));

  const drawRow = (row: LearnerRow, element: HTMLElement): void => {
    if (view === null) return;
    const { now, state } = view;
    const presence = presenceOf(row, now, state.control.everyMs);
    const [name = make('strong'), place = make('span'), done = make('span')] = element.children;
    element.dataset['presence'] = presence;
    setText(name, row.nick || words('people.nameless'));
    const at = row.place?.step ?? '';
    const where = course.exercises.some(({ id }) => id === at)
      ? titleOf(course, at)
      : (course.lessons.find(({ slug }) => slug === row.place?.lesson)?.title ?? '');
    setText(place, presence === 'active' ? where : `${words(`count.${presence}`)}${where === '' ? '' : ` · ${where}`}`);
    const passed = [...row.exercises.values()].filter((each) => each.state === 'passed').length;
    setText(done, `${passed}/${course.exercises.length}`);
    done.setAttribute('aria-label', words('people.passed', { count: passed, all: course.exercises.length }));
    if (!name.isConnected) element.append(name, place, done);
  };

  const rowsOf = ({ state, now, exercise }: BoardView): readonly LearnerRow[] => {
    const typed = find.value.trim().toLowerCase();
    if (sorted !== null && sorted.board === state.board && sorted.find === typed && sorted.exercise === exercise)
      return sorted.rows;
    const rank = (row: LearnerRow): number => order[presenceOf(row, now, state.control.everyMs)];
    const rows = [...state.board.rows.values()]
      .filter((row) => row.nick.toLowerCase().includes(typed))
      .filter((row) => exercise === null || row.exercises.has(exercise))
      .map((row) => ({ row, rank: rank(row) }))
      .toSorted(
        (a, b) =>
          a.rank - b.rank ||
          (a.row.nick < b.row.nick ? -1 : a.row.nick > b.row.nick ? 1 : a.row.id < b.row.id ? -1 : 1),
      )
      .map(({ row }) => row);
    sorted = { board: state.board, find: typed, exercise, rows };
    return rows;
  };

  const update = (next: BoardView): void => {
    view = next;
    const { isSafe, state } = next;
    const isEmpty = state.board.rows.size === 0;
    said.hidden = !(isSafe || isEmpty);
    setText(said, words(isEmpty ? 'people.none' : 'people.safe'));
    shown.hidden = isSafe || isEmpty;
    if (isSafe || isEmpty) return;
    list.update(rowsOf(next), ({ id }) => id);
    person.update(next);
  };

  const shown = make(
    'div',
    { class: 'people' },
    make('div', { class: 'people-side' }, find, list.element),
    person.element,
  );
  return { element: panelOf('people', words('people.title'), said, shown), update };
}
