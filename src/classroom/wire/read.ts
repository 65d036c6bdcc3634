import { sizeLimitsBytes, type TopicKind } from '../topics.ts';
import { fits as isEvent } from './evt.schema.json?fits';
import { fits as isPrivate } from './m.schema.json?fits';
import { fits as isPresence } from './on.schema.json?fits';
import { fits as isProgress } from './p.schema.json?fits';
import { fits as isPoll } from './poll.schema.json?fits';
import { fits as isAnswer } from './show.schema.json?fits';
import { fits as isControl } from './state.schema.json?fits';
import type { WireMessages } from './types.ts';

const fits: Readonly<Record<TopicKind, (value: unknown) => boolean>> = {
  state: isControl,
  poll: isPoll,
  evt: isEvent,
  on: isPresence,
  p: isProgress,
  show: isAnswer,
  m: isPrivate,
};

/**
 * Reads what arrived on a topic of this kind. Whatever it is, it may come from somebody who means harm: its size is looked at before it is parsed,
 * and its shape before anybody uses it. Null: it is not to be used. Never throws.
 */
export function readPayload<K extends TopicKind>(kind: K, payload: string): WireMessages[K] | null {
  if (isLongerThan(payload, sizeLimitsBytes[kind])) return null;
  const value = parseJson(payload);
  return fits[kind](value) ? (value as WireMessages[K]) : null;
}

/** Whether a text takes more bytes than this; a text that is far too long is not even counted. */
export function isLongerThan(text: string, limitBytes: number): boolean {
  return text.length > limitBytes || new TextEncoder().encode(text).length > limitBytes;
}

/** The value that a text of JSON stands for; undefined when it is none. */
export function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
