import { showRoomCode } from '../../classroom/identity.ts';
import type { LearnerSession, LearnerState } from '../../classroom/learner/types.ts';
import type { ClassKey, ClassWords } from '../../messages/class.ts';
import { make } from '../../workbench/dom.ts';
import { placeNamed } from './places.ts';

/** The line below the bar of the site: the class, the instructor's place, the time left, the flag. */
export interface BarView {
  readonly element: HTMLElement;
  /** What opens over the page from it. */
  readonly popovers: readonly HTMLElement[];
  show(state: LearnerState): void;
  /** Counts the timer down. */
  tick(now: number): void;
  showFollowing(isFollowing: boolean): void;
}

/** What the bar's buttons do. */
export interface BarActions {
  go(): void;
  setFollowing(isFollowing: boolean): void;
  /** Takes the class over from another tab. */
  takeOver(): void;
}

export function bringBar(session: LearnerSession, words: ClassWords, actions: BarActions): BarView {
  const { room } = session.state();
  const status = make('span', { class: 'class-status' });
  const identity = make(
    'button',
    { type: 'button', class: 'class-id', popovertarget: 'class-panel' },
    make('i', { class: 'class-dot', 'aria-hidden': 'true' }),
    make('span', { class: 'class-room' }, words('bar.open', { room: showRoomCode(room) })),
    status,
  );
  const here = make('button', { type: 'button', class: 'button', onclick: actions.takeOver }, words('bar.here'));
  const title = make('a', { class: 'class-there' });
  title.addEventListener('click', (event) => {
    event.preventDefault();
    actions.go();
  });
  const follow = make('input', { type: 'checkbox', id: 'class-follow' });
  follow.addEventListener('change', () => actions.setFollowing(follow.checked));
  const place = make(
    'div',
    { class: 'class-place' },
    make('span', { class: 'class-soft' }, words('bar.place')),
    title,
    make('label', { class: 'class-follow', title: words('bar.follow.hint') }, follow, words('bar.follow')),
  );
  const time = make('span', { class: 'class-time', role: 'timer', hidden: true });
  const help = bringHelpFlag(session, words);
  const element = make(
    'aside',
    { class: 'class-bar no-print', 'aria-label': words('bar.label') },
    identity,
    here,
    place,
    time,
    help.button,
  );
  let endsAt: number | null = null;

  return {
    element,
    popovers: [help.popover],
    show(state) {
      element.dataset['state'] = stateOf(state);
      status.textContent = words(`bar.${stateOf(state)}` as ClassKey);
      here.hidden = state.phase !== 'elsewhere';
      const at = state.control?.at ?? null;
      const named = at === null ? null : placeNamed(at);
      place.hidden = named === null;
      if (named !== null) {
        title.href = named.href;
        title.textContent = named.title;
      }
      endsAt = state.timerEndsAt;
      time.hidden = endsAt === null;
      help.show(state);
    },
    tick(now) {
      if (endsAt === null) return;
      const left = Math.max(0, Math.ceil((endsAt - now) / 1000));
      const minutes = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      time.textContent = left === 0 ? words('bar.time.over') : words('bar.time', { time: minutes });
    },
    showFollowing(isFollowing) {
      follow.checked = isFollowing;
    },
  };
}

function stateOf({ phase, connection }: LearnerState): string {
  if (phase === 'elsewhere') return 'elsewhere';
  if (connection === 'refused') return 'refused';
  if (connection === 'retrying') return 'offline';
  if (connection !== 'open') return 'connecting';
  return phase === 'in' ? 'on' : 'waiting';
}

/** The flag of two levels, and what became of it. */
function bringHelpFlag(session: LearnerSession, words: ClassWords) {
  const said = make('span', { class: 'class-flag-said' });
  const button = make(
    'button',
    { type: 'button', class: 'button class-flag', popovertarget: 'class-help' },
    make('span', {}, words('bar.help')),
    said,
  );
  const popover = make('div', {
    class: 'class-pop class-help',
    id: 'class-help',
    popover: 'auto',
    'aria-label': words('bar.help.label'),
    role: 'group',
  });
  const choose = (level: 1 | 2 | null): void => {
    session.askHelp(level);
    popover.hidePopover();
    button.focus();
  };
  const levels = ([1, 2] as const).map((level) =>
    make('button', { type: 'button', class: 'button', onclick: () => choose(level) }, words(`bar.help.${level}`)),
  );
  const down = make('button', { type: 'button', class: 'button', onclick: () => choose(null) }, words('bar.help.down'));
  popover.append(...levels, down);
  return {
    button,
    popover,
    show({ help }: LearnerState): void {
      down.hidden = help === null;
      for (const [index, each] of levels.entries())
        each.setAttribute('aria-pressed', String(help?.level === index + 1));
      button.dataset['level'] = String(help?.level ?? 0);
      const state = help === null ? '' : help.answer === 'none' ? 'raised' : help.answer;
      said.textContent = state === '' ? '' : words(`bar.help.${state}` as ClassKey, { by: help?.by ?? '' });
    },
  };
}
