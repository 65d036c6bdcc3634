import type { ControlMessage } from '../wire/types.ts';
import type { ControlChange } from './types.ts';

/** What an instructor may set, without the envelope that it is sent in. */
export type Control = Omit<ControlMessage, 'v' | 'sid' | 'seq' | 'now' | 'everyMs'>;

export const freshControl: Control = {
  mode: 'free',
  at: null,
  gate: null,
  open: { hints: [], solutions: [] },
  timer: null,
  note: '',
  startedAt: 0,
};

/** Which part of the control a change writes. */
const parts: Readonly<Record<ControlChange, readonly (keyof Control)[]>> = {
  mode: ['mode'],
  place: ['at'],
  gate: ['gate', 'mode'],
  hints: ['open'],
  solution: ['open'],
  timer: ['timer'],
  note: ['note'],
};

/** The control with one change taken back; what was set meanwhile stays. */
export function takenBack(control: Control, change: ControlChange, before: Control): Control {
  return { ...control, ...Object.fromEntries(parts[change].map((part) => [part, before[part]])) };
}

/** A list with an exercise in it, or without it. */
export function listed(list: readonly string[], exercise: string, isIn: boolean): readonly string[] {
  const others = list.filter((each) => each !== exercise);
  return isIn ? [...others, exercise].slice(-32) : others;
}

/** The control in its envelope. */
export function controlMessage(
  control: Control,
  sid: string,
  seq: number,
  now: number,
  learners: number,
): ControlMessage {
  return { v: 1, sid, seq, now, ...control, everyMs: paceFor(learners) };
}

/** Takes a control out of its envelope. */
export function controlOf({ mode, at, gate, open, timer, note, startedAt }: ControlMessage): Control {
  return { mode, at, gate, open, timer, note, startedAt };
}

/** A message of another machine in this one's time. One that was retained may be old, so it tells nothing of how far the clocks are apart. */
export function inOwnTime(message: ControlMessage, now: number, retained: boolean): ControlMessage {
  if (message.timer === null || retained) return message;
  return { ...message, now, timer: { endsAt: message.timer.endsAt + now - message.now } };
}

/** How often a learner may send progress, so that one laptop keeps up with the room. */
function paceFor(learners: number): number {
  if (learners > 2000) return 30_000;
  return learners > 500 ? 10_000 : 2000;
}
