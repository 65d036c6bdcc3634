import { openHostSession } from '../../classroom/host/session.ts';
import type { HostSession } from '../../classroom/host/types.ts';
import { cohostIdentity, hostIdentity } from '../../classroom/identity.ts';
import { openRoomMemory } from '../../classroom/memory.ts';
import { ConnectionError } from '../../classroom/transport.ts';
import type { BoardWords, ClassWords } from '../../messages/class.ts';
import { make } from '../../workbench/dom.ts';
import { transportFor } from '../way.ts';
import { answersPanel } from './answers-panel.ts';
import { type BoardCourse, outlineOf } from './course.ts';
import type { BoardDesk, BoardView, Panel } from './desk.ts';
import { exercisesPanel } from './exercises-panel.ts';
import { faultsPanel } from './faults-panel.ts';
import { headPanel } from './head-panel.ts';
import { type KeptRoom, writeKeptRoom } from './kept-room.ts';
import { leadPanel } from './lead-panel.ts';
import { pacePanel } from './pace-panel.ts';
import { peoplePanel } from './people-panel.ts';
import { openSlideLead } from './slide-lead.ts';
import { votePanel } from './vote-panel.ts';
import { helpPanel, stuckPanel } from './waiting-panels.ts';

/** What a board is opened with. */
export interface BoardSetting {
  readonly room: KeptRoom;
  readonly course: BoardCourse;
  readonly words: BoardWords;
  readonly classWords: ClassWords;
  /** The server cannot be reached for now; the next try comes by itself. */
  readonly unreachable: (fault: 'unreachable' | 'full') => void;
}

/** Opens the class and draws its board into `place`. Rejects with a `ConnectionError` where trying again would not help. */
export async function openBoard(
  place: HTMLElement,
  { room, course, words, classWords, unreachable }: BoardSetting,
): Promise<void> {
  const { key, way, startedAt } = room;
  const identity = key.role === 'host' ? hostIdentity(key.secret) : cohostIdentity(key.room, key.token);
  const outline = outlineOf(course);
  const memory = openRoomMemory(identity.room, () => sessionStorage);
  const session = openHostSession({
    identity,
    transport: await transportFor(way, identity.room),
    outline,
    memory,
    startedAt,
  });
  let [isSafe, exercise] = [true, null as string | null];
  const said = make('p', { class: 'board-said', role: 'status' });
  const desk: BoardDesk = {
    session,
    course,
    outline,
    words,
    classWords,
    look(next) {
      exercise = next;
      draw();
    },
    say(sentence) {
      said.replaceChildren(make('span', {}, sentence));
    },
  };
  const head = headPanel(desk, room, (next) => {
    isSafe = next;
    draw();
  });
  const [main, side] = [
    [faultsPanel(desk), exercisesPanel(desk), votePanel(desk), peoplePanel(desk)],
    [
      helpPanel(desk),
      stuckPanel(desk),
      leadPanel(desk, openSlideLead(session, outline.lessons, memory)),
      pacePanel(desk),
      answersPanel(desk),
    ],
  ];
  const panels: readonly Panel[] = [head, ...main, ...side];

  let isDue = false;
  /** However much arrives, the board is drawn once a frame, and not at all while nobody can see it. */
  const draw = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      const view: BoardView = { state: session.state(), now: Date.now(), isSafe, exercise };
      for (const panel of panels) panel.update(view);
    });
  };

  await openPatiently(session, unreachable);
  if (way === 'tabs') openRoomMemory(identity.room, () => localStorage).write('way', 'tabs');
  place.replaceChildren(
    head.element,
    make(
      'div',
      { class: 'board-grid' },
      make('div', { class: 'board-main' }, ...main.map(({ element }) => element)),
      make('div', { class: 'board-side' }, ...side.map(({ element }) => element)),
    ),
    said,
  );
  session.subscribe(draw);
  const stopWaiting = session.subscribe(({ ended }) => {
    if (!ended) return;
    stopWaiting();
    writeKeptRoom(null);
    openRoomMemory(identity.room, () => localStorage).write('way', null);
    desk.say(words('end.done'));
  });
  setInterval(draw, 1000);
  addEventListener('pagehide', () => void session.close());
  draw();
}

/** Opens the session, however long that takes. Whatever is not a matter of time closes it. */
async function openPatiently(session: HostSession, unreachable: BoardSetting['unreachable']): Promise<void> {
  try {
    await session.open().catch((error: unknown) => {
      const fault = error instanceof ConnectionError ? error.fault : 'blocked';
      if (fault !== 'unreachable' && fault !== 'full') throw error;
      unreachable(fault);
      return untilOpen(session);
    });
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Until a connection that is tried again and again is there; rejects when it is refused. */
function untilOpen(session: HostSession): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = session.subscribe(({ connection }) => {
      if (connection !== 'open' && connection !== 'refused') return;
      stop();
      if (connection === 'open') resolve();
      else reject(new ConnectionError('refused'));
    });
  });
}
