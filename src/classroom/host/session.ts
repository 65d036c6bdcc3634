import { type Clock, machineClock } from '../clock.ts';
import type { Identity } from '../identity.ts';
import { openListeners } from '../listeners.ts';
import type { RoomMemory } from '../memory.ts';
import type { CourseOutline } from '../outline.ts';
import {
  boardsTopic,
  eventTopic,
  pollTopic,
  presenceTopic,
  privateTopic,
  progressTopic,
  readTopic,
  roomFilter,
  stateTopic,
} from '../topics.ts';
import type { ClassTransport, ReceivedMessage } from '../transport.ts';
import { readPayload } from '../wire/read.ts';
import type { ControlMessage, EventBody, PrivateBody } from '../wire/types.ts';
import { type Arrival, emptyBoard, reduceBoard } from './board.ts';
import { type Control, controlMessage, controlOf, freshControl, inOwnTime, listed, takenBack } from './control.ts';
import { exportCsv, exportJson } from './export.ts';
import { openFellowBoards } from './fellow-boards.ts';
import { openPollKeeper } from './polls.ts';
import type { ControlChange, HostSession, HostState } from './types.ts';

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
/** While a timer runs its state is said again, so that a late learner's clock can be compared with the host's. */
const repeatMs = 15_000;
/** Changes that can be taken back. */
const undoLimit = 50;

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
  const undone: { readonly change: ControlChange; readonly before: Control }[] = [];
  let control: Control = { ...freshControl, startedAt };
  let seq = 0;
  let isSettled = false;
  /** The broker of this connection knows how the class is set. */
  let isKept = false;
  let letGo: (() => void)[] = [];
  const callOff = { board: nothing, settle: nothing, repeat: nothing };
  let isBoardDue = false;

  let state: HostState = {
    connection: transport.status,
    room,
    mayControl,
    control: controlMessage(control, sid, seq, clock.now(), 0),
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

  const nextSeq = (): number => {
    seq = Math.max(clock.now(), seq + 1);
    return seq;
  };

  const say = (topic: string, message: object | null, retain: boolean, qos: 0 | 1 = 1): void =>
    transport.publish({ topic, payload: message === null ? '' : JSON.stringify(message), qos, retain });

  const publishControl = (): void => {
    if (!mayControl || state.ended) return;
    const message = controlMessage(control, sid, nextSeq(), clock.now(), state.board.rows.size);
    say(stateTopic(room), message, true);
    memory.write('control', JSON.stringify(message));
    become({ control: message });
    callOff.repeat();
    callOff.repeat = message.timer === null ? nothing : clock.after(repeatMs, repeatWhileTimed);
  };

  const repeatWhileTimed = (): void => {
    if (control.timer !== null && control.timer.endsAt > clock.now()) publishControl();
  };

  const setUnrecorded = (next: Control): void => {
    if (!mayControl || state.ended) return;
    control = next;
    publishControl();
  };

  const setControl = (change: ControlChange, next: Control): void => {
    if (!mayControl || state.ended) return;
    undone.push({ change, before: control });
    if (undone.length > undoLimit) undone.shift();
    state = { ...state, undoable: change };
    setUnrecorded(next);
  };

  const polls = openPollKeeper(
    memory,
    nextSeq,
    (poll) => say(pollTopic(room), poll, true),
    (poll) => become({ poll }),
  );

  const tell = (learner: string, body: PrivateBody): void =>
    say(privateTopic(room, learner), { v: 1, id: freshId(clock), ...body }, false);

  const tellAll = (body: EventBody): void => say(eventTopic(room), { v: 1, id: freshId(clock), ...body }, false, 0);

  /**
   * The class as another page of the host set it, or this one before it was reloaded. Whoever set it last repeats its timer; what they set is
   * not for this page to take back.
   */
  const adopt = (found: ControlMessage, retained: boolean): void => {
    if (found.sid === sid || found.seq < seq) return;
    const message = inOwnTime(found, clock.now(), retained);
    seq = message.seq;
    control = controlOf(message);
    undone.length = 0;
    callOff.repeat();
    memory.write('control', JSON.stringify(message));
    become({ control: message, undoable: null });
  };

  const fellows = openFellowBoards(room, sid, (message) => transport.publish(message), {
    // A live word lets the newcomer compare the clocks.
    onCame: () => {
      become({ others: fellows.count() });
      if (control.timer !== null && state.control.sid === sid) publishControl();
    },
    onLeft: (left) => {
      become({ others: fellows.count() });
      if (control.timer !== null && state.control.sid === left) publishControl();
    },
  });

  const receive = (message: ReceivedMessage): void => {
    const kind = readTopic(message.topic)?.kind;
    if (state.ended) return;
    if (message.topic === boardsTopic(room)) fellows.hear(message.payload);
    else if (kind === 'state') {
      const found = readPayload('state', message.payload);
      isKept ||= found !== null;
      if (found !== null) adopt(found, message.retained);
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
    const isSlower = controlMessage(control, sid, seq, 0, board.rows.size).everyMs !== state.control.everyMs;
    if (isSettled && isSlower) publishControl();
  };

  const recall = (): void => {
    const kept = readPayload('state', memory.read('control') ?? '');
    if (kept !== null) adopt(kept, true);
    polls.recall();
  };

  const settle = (): void => {
    isSettled = true;
    // Answers are not retained.
    tellAll({ kind: 'show-again' });
    if (fellows.count() > 0 && isKept) return;
    publishControl();
    if (mayControl) polls.sayAgain();
  };

  const finish = (): void => {
    for (const off of Object.values(callOff)) off();
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

  const setOpen = (change: 'hints' | 'solution', exercise: string, isOpen: boolean): void => {
    const key = change === 'hints' ? 'hints' : 'solutions';
    setControl(change, { ...control, open: { ...control.open, [key]: listed(control.open[key], exercise, isOpen) } });
  };

  return {
    state: () => state,
    subscribe: listeners.add,
    async open() {
      recall();
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

    setMode: (mode) => setControl('mode', { ...control, mode }),
    moveTo: (at, by = 'hand') => {
      if (by === 'hand') setControl('place', { ...control, at });
      else setUnrecorded({ ...control, at });
    },
    setGate: (gate) => setControl('gate', { ...control, gate, mode: gate === null ? 'free' : 'gate' }),
    openHints: (exercise, isOpen) => setOpen('hints', exercise, isOpen),
    openSolution: (exercise, isOpen) => setOpen('solution', exercise, isOpen),
    startTimer: (durationMs) => setControl('timer', { ...control, timer: { endsAt: clock.now() + durationMs } }),
    stopTimer: () => setControl('timer', { ...control, timer: null }),
    setNote: (text) => setControl('note', { ...control, note: oneLine(text, 280) }),
    undo() {
      const last = undone.pop();
      if (last === undefined || state.ended) return;
      control = takenBack(control, last.change, last.before);
      state = { ...state, undoable: undone.at(-1)?.change ?? null };
      publishControl();
    },

    announce: (text) => tellAll({ kind: 'announce', text: oneLine(text, 500) }),
    recheck: () => tellAll({ kind: 'recheck' }),
    nudge: (code, text) => tellAll({ kind: 'nudge', code, text: oneLine(text, 500) }),

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

    see: (learner) => tell(learner, { kind: 'seen' }),
    take: (learner, by) => tell(learner, { kind: 'taken', by: oneLine(by, 24) }),
    finish: (learner) => tell(learner, { kind: 'done' }),
    unlock: (learner, exercise, what) => tell(learner, { kind: 'unlock', exercise, what }),
    say: (learner, text) => tell(learner, { kind: 'say', text: oneLine(text, 500) }),
    askToShow: (learner, exercise) => tell(learner, { kind: 'ask-to-show', exercise }),

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

function freshId(clock: Clock): string {
  return Math.floor(clock.random() * 36 ** 8).toString(36);
}

function nothing(): void {
  // Nothing is to be called off.
}

/** A text as it may be sent: on one line, no longer than this, without characters that turn or hide text. */
function oneLine(text: string, limit: number): string {
  const plain = text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
  return [...plain].slice(0, limit).join('');
}
