import type { Clock } from '../clock.ts';
import type { RoomMemory } from '../memory.ts';
import { oneLine } from '../plain-text.ts';
import { readPayload } from '../wire/read.ts';
import type { ControlMessage } from '../wire/types.ts';
import { type Control, controlMessage, controlOf, freshControl, inOwnTime, listed, takenBack } from './control.ts';
import type { ControlChange, HostSession } from './types.ts';

/** How the class is set: what this page said last or found, and what of it can be taken back. */
export interface Steering {
  /** What an instructor does with it. */
  readonly acts: Pick<
    HostSession,
    'setMode' | 'moveTo' | 'setGate' | 'openHints' | 'openSolution' | 'startTimer' | 'stopTimer' | 'setNote' | 'undo'
  >;
  /** As it was last said, by this page or another. */
  said(): ControlMessage;
  nextSeq(): number;
  publish(): void;
  /**
   * The class as another page of the host set it, or this one before it was reloaded. Whoever set it last repeats its timer; what they set is
   * not for this page to take back.
   */
  adopt(found: ControlMessage, retained: boolean): void;
  /** Adopts what this page remembers. */
  recall(): void;
  /** Whether a timer runs that this board set last. */
  isTimedBy(sid: string): boolean;
  /** Says it again where so many learners mean that each speaks less often. */
  keepPace(): void;
  stop(): void;
}

/** What a class is steered with. */
export interface SteeringSetting {
  readonly clock: Clock;
  readonly memory: RoomMemory;
  readonly sid: string;
  readonly startedAt: number;
  /** An assistant may not; nobody may once the class is over. */
  readonly maySteer: () => boolean;
  /** How many are in the class. */
  readonly learners: () => number;
  readonly say: (message: ControlMessage) => void;
  readonly tell: (said: ControlMessage, undoable: ControlChange | null) => void;
}

/** While a timer runs its state is said again, so that a late learner's clock can be compared with the host's. */
const repeatMs = 15_000;
/** Changes that can be taken back. */
const undoLimit = 50;

export function openSteering({
  clock,
  memory,
  sid,
  startedAt,
  maySteer,
  learners,
  say,
  tell,
}: SteeringSetting): Steering {
  const undone: { readonly change: ControlChange; readonly before: Control }[] = [];
  let control: Control = { ...freshControl, startedAt };
  let seq = 0;
  let said = controlMessage(control, sid, seq, clock.now(), 0);
  let callOffRepeat = (): void => undefined;

  const nextSeq = (): number => {
    seq = Math.max(clock.now(), seq + 1);
    return seq;
  };

  const keep = (message: ControlMessage): void => {
    said = message;
    memory.write('control', JSON.stringify(message));
    tell(message, undone.at(-1)?.change ?? null);
  };

  const publish = (): void => {
    if (!maySteer()) return;
    const message = controlMessage(control, sid, nextSeq(), clock.now(), learners());
    say(message);
    keep(message);
    callOffRepeat();
    if (message.timer !== null) callOffRepeat = clock.after(repeatMs, repeatWhileTimed);
  };

  const repeatWhileTimed = (): void => {
    if (control.timer !== null && control.timer.endsAt > clock.now()) publish();
  };

  const adopt = (found: ControlMessage, retained: boolean): void => {
    if (found.sid === sid || found.seq < seq) return;
    const message = inOwnTime(found, clock.now(), retained);
    seq = message.seq;
    control = controlOf(message);
    undone.length = 0;
    callOffRepeat();
    keep(message);
  };

  const set = (change: Partial<Control>): void => {
    if (!maySteer()) return;
    control = { ...control, ...change };
    publish();
  };

  const record = (name: ControlChange, change: Partial<Control>): void => {
    if (!maySteer()) return;
    undone.push({ change: name, before: control });
    if (undone.length > undoLimit) undone.shift();
    set(change);
  };

  const undo = (): void => {
    const last = undone.pop();
    if (last === undefined || !maySteer()) return;
    control = takenBack(control, last.change, last.before);
    publish();
  };

  return {
    acts: { ...actsOn(() => control, clock, set, record), undo },
    said: () => said,
    nextSeq,
    publish,
    adopt,
    recall() {
      const kept = readPayload('state', memory.read('control') ?? '');
      if (kept !== null) adopt(kept, true);
    },
    isTimedBy: (board) => control.timer !== null && said.sid === board,
    keepPace() {
      if (controlMessage(control, sid, seq, 0, learners()).everyMs !== said.everyMs) publish();
    },
    stop: () => callOffRepeat(),
  };
}

/** The changes by name; `record` makes one that can be taken back. */
function actsOn(
  now: () => Control,
  clock: Clock,
  set: (change: Partial<Control>) => void,
  record: (name: ControlChange, change: Partial<Control>) => void,
): Omit<Steering['acts'], 'undo'> {
  const withOpen = (key: keyof Control['open'], exercise: string, isOpen: boolean): Pick<Control, 'open'> => {
    const { open } = now();
    return { open: { ...open, [key]: listed(open[key], exercise, isOpen) } };
  };
  return {
    setMode: (mode) => record('mode', { mode }),
    moveTo: (at, by = 'hand') => {
      if (by === 'hand') record('place', { at });
      else set({ at });
    },
    setGate: (gate) => record('gate', { gate, mode: gate === null ? 'free' : 'gate' }),
    openHints: (exercise, isOpen) => record('hints', withOpen('hints', exercise, isOpen)),
    openSolution: (exercise, isOpen) => record('solution', withOpen('solutions', exercise, isOpen)),
    startTimer: (durationMs) => record('timer', { timer: { endsAt: clock.now() + durationMs } }),
    stopTimer: () => record('timer', { timer: null }),
    setNote: (text) => record('note', { note: oneLine(text, 280) }),
  };
}
