import type { ExerciseRow, LearnerRow } from '../../classroom/host/board.ts';
import { make, sentence } from '../../workbench/dom.ts';
import { faultNamed } from './course.ts';
import { type BoardDesk, type BoardView, button, titleOf } from './desk.ts';
import { setText } from './keep-list.ts';

/** One learner: how each exercise stands, and what can be done for them alone. */
export interface PersonView {
  readonly element: HTMLElement;
  choose(learner: string | null): void;
  update(view: BoardView): void;
}

export function personView(desk: BoardDesk): PersonView {
  const { words, session } = desk;
  let learner: string | null = null;
  let drawn: LearnerRow | null = null;
  const name = make('h3', {});
  const exercises = make('ul', { class: 'person-exercises' });
  const which = make(
    'select',
    {},
    ...desk.course.exercises.map(({ id, title }) => make('option', { value: id }, title)),
  );
  const doFor = (act: (id: string) => void) => (): void => {
    if (learner !== null) act(learner);
    desk.say(words('lead.sent'));
  };
  const actions = make(
    'div',
    { class: 'board-row' },
    button(
      words('people.hints'),
      doFor((id) => session.unlock(id, which.value, 'hints')),
    ),
    button(
      words('people.solution'),
      doFor((id) => session.unlock(id, which.value, 'solution')),
    ),
    button(
      words('people.ask'),
      doFor((id) => session.askToShow(id, which.value)),
    ),
  );
  const [label, input] = [make('span', {}), make('input', { maxlength: 280, autocomplete: 'off' })];
  const say = make(
    'form',
    { class: 'board-line' },
    make('label', { class: 'board-field' }, label, input),
    make('button', { class: 'button' }, words('lead.send')),
  );
  say.addEventListener('submit', (event) => {
    event.preventDefault();
    doFor((id) => session.say(id, input.value))();
    input.value = '';
  });
  const chosen = make(
    'div',
    { class: 'person-chosen' },
    name,
    exercises,
    make('label', { class: 'board-field' }, make('span', {}, words('people.exercise')), which),
    actions,
    say,
  );
  const none = make('p', { class: 'board-none' }, words('people.choose'));
  return {
    element: make('div', { class: 'person' }, none, chosen),
    choose(next) {
      learner = next;
      drawn = null;
    },
    update({ state }) {
      const row = learner === null ? undefined : state.board.rows.get(learner);
      none.hidden = row !== undefined;
      chosen.hidden = row === undefined;
      if (row === undefined || row === drawn) return;
      if (drawn === null) which.value = row.place?.step ?? which.value;
      drawn = row;
      const nick = row.nick || words('people.nameless');
      setText(name, nick);
      setText(label, words('people.say', { nick }));
      exercises.replaceChildren(...Array.from(row.exercises, ([id, exercise]) => exerciseLine(id, exercise, desk)));
    },
  };
}

function exerciseLine(id: string, { state, attempts, codes }: ExerciseRow, { words, course }: BoardDesk): HTMLElement {
  const states = { passed: 'passed', trying: 'trying', revealed: 'revealed', seen: 'seen', skipped: 'seen' } as const;
  const [first] = codes;
  const fault = first === undefined ? null : (faultNamed(course, first)?.title ?? words('faults.other'));
  const about = [
    words(`exercises.${states[state]}`),
    attempts > 0 ? words('people.attempts', { count: attempts }) : '',
  ];
  return make(
    'li',
    { 'data-state': state },
    make('span', {}, titleOf(course, id)),
    make('span', { class: 'waiting-about' }, about.filter((part) => part !== '').join(' · ')),
    fault !== null && make('p', {}, ...sentence(fault)),
  );
}
