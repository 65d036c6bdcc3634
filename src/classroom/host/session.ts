import { type Clock, freshId, machineClock } from '../clock.ts';
import type { Identity } from '../identity.ts';
import { openListeners } from '../listeners.ts';
import type { RoomMemory } from '../memory.ts';
import type { CourseOutline } from '../outline.ts';
import { boardsTopic, pollTopic, presenceTopic, progressTopic, readTopic, roomFilter, stateTopic } from '../topics.ts';
import type { ClassTransport, ReceivedMessage } from '../transport.ts';
import { readPayload } from '../wire/read.ts';
import { type Arrival, emptyBoard, reduceBoard } from './board.ts';
import { exportCsv, exportJson } from './export.ts';
import { openFellowBoards } from './fellow-boards.ts';
import { openPollKeeper } from './polls.ts';
import { openSteering } from './steering.ts';
import type { HostSession, HostState } from './types.ts';
import { openWords } from './words.ts';

/** What an instructor's session is opened with. */
export interface HostSetting {
  /** The host's or an assistant's. */
  readonly identity: Identity;
  readonly transport: ClassTransport;
  readonly outline: CourseOutline;
  /** Outlives the page, so that a reload finds the class as it was set even where the broker has forgotten it. */
  readonly memory: RoomMemory;
  /** When the class began, as far as this page knows; what the broker retains knows better. */
  readonly startedAt?: number;
  /** Learners that the board holds. */
  readonly roomSize?: number;
  readonly clock?: Clock;
}

/** The page is told what arrived this often, however much it is. */
const boardEveryMs = 100;
/** What the broker retains arrives within this time after the connection; only then the class is set as this page remembers it. */
const settleMs = 1000;

/** Holds a class as its instructor, or helps in it as an assistant. Nothing is sent before `open`. */
export function openHostSession({
  identity,
  transport,
  outline,
  memory,
  roomSize = 2500,
  clock = machineClock,
  startedAt = clock.now(),
}: HostSetting): HostSession {
  const { room, role } = identity;
  const mayControl = role === 'host';
  const sid = freshId(clock);
  const listeners = openListeners<HostState>();
  const setting = { outline, roomSize };
  const inbox: Arrival[] = [];
  let isSettled = false;
  /** The broker of this connection knows how the class is set. */
  let isKept = false;
  let letGo: (() => void)[] = [];
  const callOff = { board: nothing, settle: nothing };
  let isBoardDue = false;

  const say = (topic: string, message: object | null, retain: boolean, qos: 0 | 1 = 1): void =>
    transport.publish({ topic, payload: message === null ? '' : JSON.stringify(message), qos, retain });

  const steering = openSteering({
    clock,
    memory,
    sid,
    startedAt,
    maySteer: () => mayControl && !state.ended,
    learners: () => state.board.rows.size,
    say: (message) => say(stateTopic(room), message, true),
    tell: (control, undoable) => become({ control, undoable }),
  });
  const words = openWords(
    room,
    () => freshId(clock),
    (topic, message, qos) => say(topic, message, false, qos),
  );

  let state: HostState = {
    connection: transport.status,
    room,
    mayControl,
    control: steering.said(),
    poll: null,
    board: emptyBoard,
    ended: false,
    others: 0,
    undoable: null,
  };

  const become = (change: Partial<HostState>): void => {
    state = { ...state, ...change };
    listeners.tell(state);
  };

  const polls = openPollKeeper(
    memory,
    steering.nextSeq,
    (poll) => say(pollTopic(room), poll, true),
    (poll) => become({ poll }),
  );

  const fellows = openFellowBoards(room, sid, (message) => transport.publish(message), {
    // A live word lets the newcomer compare the clocks.
    onCame: () => {
      become({ others: fellows.count() });
      if (steering.isTimedBy(sid)) steering.publish();
    },
    onLeft: (left) => {
      become({ others: fellows.count() });
      if (steering.isTimedBy(left)) steering.publish();
    },
  });

  const receive = (message: ReceivedMessage): void => {
    const kind = readTopic(message.topic)?.kind;
    if (state.ended) return;
    if (message.topic === boardsTopic(room)) fellows.hear(message.payload);
    else if (kind === 'state') {
      const found = readPayload('state', message.payload);
      isKept ||= found !== null;
      if (found !== null) steering.adopt(found, message.retained);
      else if (message.payload === '') void endHere();
    } else if (kind === 'poll') polls.hear(message.payload);
    else if (kind !== 'evt') {
      inbox.push({ message, at: clock.now() });
      if (isBoardDue) return;
      isBoardDue = true;
      callOff.board = clock.after(boardEveryMs, takeInbox);
    }
  };

  const takeInbox = (): void => {
    isBoardDue = false;
    const before = state.board;
    const board = reduceBoard(before, inbox.splice(0), setting);
    if (board === before) return;
    become({ board });
    if (isSettled) steering.keepPace();
  };

  const settle = (): void => {
    isSettled = true;
    words.askForAnswers();
    if (fellows.count() > 0 && isKept) return;
    steering.publish();
    if (mayControl) polls.sayAgain();
  };

  const finish = (): void => {
    for (const off of [...Object.values(callOff), steering.stop]) off();
    for (const stop of letGo) stop();
    letGo = [];
  };

  /** The class is over, by this board's act or another's. */
  const endHere = (): Promise<void> => {
    finish();
    for (const name of ['control', 'poll', 'poll-own']) memory.write(name, null);
    become({ ended: true, poll: null, others: 0 });
    return transport.close();
  };

  return {
    state: () => state,
    subscribe: listeners.add,
    async open() {
      steering.recall();
      polls.recall();
      letGo = [
        transport.onStatus((connection) => {
          fellows.forget();
          isKept = false;
          become({ connection, others: 0 });
          callOff.settle();
          if (connection !== 'open') return;
          fellows.greet();
          callOff.settle = clock.after(settleMs, settle);
        }),
        transport.subscribe(roomFilter(room), receive),
      ];
      await transport.open(identity, fellows.farewell);
    },

    ...steering.acts,
    ...words.acts,

    startPoll(question) {
      if (mayControl && !state.ended) polls.start(question);
    },
    setPollPhase(phase, answer) {
      if (!mayControl || state.ended) return;
      takeInbox();
      polls.setPhase(phase, state.board, answer);
    },
    closePoll() {
      if (mayControl && !state.ended) polls.close();
    },

    exportCsv: () => exportCsv(state.board, outline),
    exportJson: () => exportJson(state.board, outline, room, clock.now()),
    async end() {
      if (!mayControl || state.ended) return;
      takeInbox();
      finish();
      for (const topic of [pollTopic(room), stateTopic(room)]) say(topic, null, true);
      for (const learner of state.board.rows.keys())
        for (const topic of [progressTopic(room, learner), presenceTopic(room, learner)]) say(topic, null, true);
      await endHere();
    },
    async close() {
      finish();
      if (!state.ended) transport.publish(fellows.farewell);
      await transport.close();
    },
  };
}

function nothing(): void {
  // Nothing is to be called off.
}
