import type { Board } from '../../classroom/host/board.ts';
import { countFaults, type FaultCount } from '../../classroom/host/views.ts';
import { otherCode } from '../../classroom/outline.ts';
import { make, sentence } from '../../workbench/dom.ts';
import { type BoardFault, faultNamed } from './course.ts';
import { type BoardDesk, type BoardView, button, leastGroup, type Panel, panelOf, titleOf } from './desk.ts';
import { type KeptItem, keepList, setText } from './keep-list.ts';

interface ShownFault extends FaultCount {
  readonly all: number;
  /** An exercise in which somebody has it. */
  readonly exercise: string;
}

const shownLimit = 8;

/** What the room gets wrong, the most frequent first, each with what to say of it. */
export function faultsPanel(desk: BoardDesk): Panel {
  const { words } = desk;
  let when: 'now' | 'ever' = 'now';
  let drawn: Partial<BoardView> & { readonly when?: string } = {};
  const list = make('ol', { class: 'fault-list' });
  const none = make('p', { class: 'board-none' });
  const more = make('p', { class: 'board-none' });
  const draw = keepList<ShownFault>(
    list,
    ({ code }) => code,
    (fault) => faultItem(fault, desk),
  );
  const choices = (['now', 'ever'] as const).map((value) => {
    const input = make('input', { type: 'radio', name: 'faults-when', value, checked: value === when });
    input.addEventListener('change', () => {
      when = value;
      desk.look(drawn.exercise ?? null);
    });
    return make('label', {}, input, make('span', {}, words(`faults.${value}`)));
  });
  const element = panelOf(
    'faults',
    words('faults.title'),
    make('fieldset', { class: 'board-switch' }, make('legend', { class: 'unseen' }, words('faults.when')), ...choices),
    none,
    list,
    more,
  );
  return {
    element,
    update(view) {
      const { state, isSafe, exercise } = view;
      if (
        drawn.state?.board === state.board &&
        drawn.isSafe === isSafe &&
        drawn.exercise === exercise &&
        drawn.when === when
      )
        return;
      drawn = { ...view, when };
      const least = isSafe ? leastGroup : 1;
      const found = countFaults(state.board, when, exercise).filter(({ learners }) => learners.length >= least);
      draw(found.slice(0, shownLimit).map((fault) => placed(fault, state.board, when)));
      none.hidden = found.length > 0;
      setText(none, words(isSafe && state.board.rows.size > 0 ? 'faults.none.safe' : 'faults.none'));
      more.hidden = found.length <= shownLimit;
      setText(more, words('faults.more', { count: found.length - shownLimit }));
    },
  };
}

function placed(fault: FaultCount, board: Board, when: 'now' | 'ever'): ShownFault {
  const exercises = [...(board.rows.get(fault.learners[0] ?? '')?.exercises ?? [])];
  const [exercise = ''] =
    exercises.find(([, row]) => (when === 'now' ? row.codes.includes(fault.code) : row.everCodes.has(fault.code))) ??
    [];
  return { ...fault, all: board.rows.size, exercise };
}

function faultItem({ code, exercise }: ShownFault, desk: BoardDesk): KeptItem<ShownFault> {
  const { words, course, session } = desk;
  const fault: BoardFault = faultNamed(course, code) ?? {
    title: words('faults.other'),
    instance: '',
    why: '',
    fix: '',
  };
  const count = make('span', { class: 'fault-count' });
  const bar = make('span', { class: 'fault-bar', 'aria-hidden': 'true' });
  const nudge = button('', () => {
    session.nudge(code, fault.fix || fault.why || fault.title);
    desk.say(words('faults.nudged'));
  });
  nudge.hidden = code === otherCode;
  const place = course.exercises.find(({ id }) => id === exercise);
  const element = make(
    'li',
    { class: 'fault' },
    make(
      'details',
      {},
      make('summary', {}, make('span', { class: 'fault-title' }, ...sentence(fault.title)), count, bar),
      fault.instance !== '' && make('p', {}, ...sentence(words('faults.instance', { what: fault.instance }))),
      fault.why !== '' && make('p', {}, ...sentence(fault.why)),
      fault.fix !== '' && make('p', { class: 'fault-fix' }, ...sentence(fault.fix)),
      make(
        'div',
        { class: 'board-row' },
        place !== undefined &&
          make(
            'a',
            { class: 'button', href: place.href, target: '_blank', title: titleOf(course, place.id) },
            words('faults.passage'),
          ),
        nudge,
      ),
    ),
  );
  return {
    element,
    update({ learners, all }) {
      setText(count, words('faults.count', { count: learners.length, all }));
      bar.style.setProperty('--share', String(all === 0 ? 0 : learners.length / all));
      setText(nudge, words('faults.nudge', { count: learners.length }));
    },
  };
}
