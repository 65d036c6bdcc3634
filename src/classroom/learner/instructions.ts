import type { EventMessage, HelpFlag, PrivateMessage, WireExercise } from '../wire/types.ts';
import type { Notice, RaisedFlag } from './types.ts';

/** Ids of what was said, so that a message which is delivered twice is told once. */
export interface HeardIds {
  isNew(id: string): boolean;
}

export function openHeardIds(limit = 64): HeardIds {
  const heard = new Set<string>();
  return {
    isNew(id) {
      if (heard.has(id)) return false;
      heard.add(id);
      const [oldest] = heard;
      if (heard.size > limit && oldest !== undefined) heard.delete(oldest);
      return true;
    },
  };
}

/** What is to be told of something that was said to all; null when it is not meant for this learner. */
export function noticeOf(event: EventMessage, own: Readonly<Record<string, WireExercise>>): Notice | null {
  if (event.kind === 'show-again') return null;
  if (event.kind === 'recheck') return { kind: 'recheck' };
  if (event.kind === 'announce') return { kind: 'announce', text: event.text };
  const { code, text } = event;
  const exercises = Object.entries(own).flatMap(([id, { codes = [] }]) =>
    codes.some((each) => each === code || each.split('#')[0] === code) ? [id] : [],
  );
  return exercises.length === 0 ? null : { kind: 'nudge', code, text, exercises };
}

/** What is to be told of something that was said to this learner; null when it only answers the flag. */
export function privateNoticeOf(told: PrivateMessage): Notice | null {
  if (told.kind === 'say') return { kind: 'say', text: told.text };
  if (told.kind === 'unlock') return { kind: 'unlock', exercise: told.exercise, what: told.what };
  return told.kind === 'ask-to-show' ? { kind: 'ask-to-show', exercise: told.exercise } : null;
}

/** The flag after an instructor's answer; null when it is taken down. */
export function answeredFlag(flag: RaisedFlag | null, told: PrivateMessage): RaisedFlag | null {
  if (flag === null || told.kind === 'done') return told.kind === 'done' ? null : flag;
  if (told.kind === 'seen' && flag.answer === 'none') return { ...flag, answer: 'seen' };
  return told.kind === 'taken' ? { ...flag, answer: 'taken', by: told.by } : flag;
}

/** A flag as it is told, with its answer, so that a board which opens later knows. */
export function helpFlag({ level, since, answer, by }: RaisedFlag): HelpFlag {
  return { level, t: since, ...(answer === 'none' ? {} : { seen: true }), ...(by === '' ? {} : { by }) };
}

/** The flag that was told so. */
export function raisedFlag({ level, t, seen = false, by = '' }: HelpFlag): RaisedFlag {
  return { level, since: t, answer: by !== '' ? 'taken' : seen ? 'seen' : 'none', by };
}
