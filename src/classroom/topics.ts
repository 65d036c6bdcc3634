import { isId, learnerIdLength, roomIdLength } from './identity.ts';

/** What a topic carries, by its last parts. */
export type TopicKind = 'state' | 'poll' | 'evt' | 'on' | 'p' | 'show' | 'm';

/** A topic taken apart; `learner` is null where it is for all. */
export interface Topic {
  readonly room: string;
  readonly kind: TopicKind;
  readonly learner: string | null;
}

/** The bytes that a payload may have. A learner's answer, shown of their own accord, is the longest. */
export const sizeLimitsBytes: Readonly<Record<TopicKind, number>> = {
  state: 4096,
  poll: 8192,
  evt: 4096,
  on: 512,
  p: 4096,
  show: 12_288,
  m: 4096,
};

/** The largest WebSocket frame that a broker reads. */
export const frameLimitBytes = 16_384;

/** Which topics a broker remembers for those who come late. */
export const retainedKinds: readonly TopicKind[] = ['state', 'poll', 'on', 'p'];

/** All topics begin with the version of the protocol. */
const version = 'w1';

export const stateTopic = (room: string): string => `${version}/${room}/c/state`;
export const pollTopic = (room: string): string => `${version}/${room}/c/poll`;
export const eventTopic = (room: string): string => `${version}/${room}/c/evt`;
export const presenceTopic = (room: string, learner: string): string => `${version}/${room}/l/${learner}/on`;
export const progressTopic = (room: string, learner: string): string => `${version}/${room}/l/${learner}/p`;
export const answerTopic = (room: string, learner: string): string => `${version}/${room}/l/${learner}/show`;
export const privateTopic = (room: string, learner: string): string => `${version}/${room}/to/${learner}/m`;

/** Where the boards of a class speak with each other: as if to a learner, with an id that no secret hashes to. */
export const boardsTopic = (room: string): string => privateTopic(room, '0'.repeat(learnerIdLength));

/** What a learner listens to. */
export const learnerFilters = (room: string, learner: string): readonly string[] => [
  `${version}/${room}/c/#`,
  `${version}/${room}/to/${learner}/#`,
];

/** What a host listens to: the whole room. */
export const roomFilter = (room: string): string => `${version}/${room}/#`;

/** Takes a topic apart; null for any that the class does not use. */
export function readTopic(topic: string): Topic | null {
  const [head, room = '', branch, second = '', kind, ...more] = topic.split('/');
  if (head !== version || !isId(room, roomIdLength) || more.length > 0) return null;
  if (branch === 'c')
    return kind === undefined && isOneOf(second, ['state', 'poll', 'evt'])
      ? { room, kind: second, learner: null }
      : null;
  if (kind === undefined || !isId(second, learnerIdLength)) return null;
  if (branch === 'l' && isOneOf(kind, ['on', 'p', 'show'])) return { room, kind, learner: second };
  return branch === 'to' && kind === 'm' ? { room, kind, learner: second } : null;
}

/** Whether a filter (`+` for one part, a final `#` for all that follow) covers a topic. As in MQTT, no wildcard covers a first part with `$`. */
export function coversTopic(filter: string, topic: string): boolean {
  const [wanted, parts] = [filter.split('/'), topic.split('/')];
  if (topic.startsWith('$') && /^[+#]/.test(filter)) return false;
  for (const [index, part] of wanted.entries()) {
    if (part === '#') return true;
    if (index >= parts.length || (part !== '+' && part !== parts[index])) return false;
  }
  return wanted.length === parts.length;
}

function isOneOf<K extends string>(text: string, kinds: readonly K[]): text is K {
  return kinds.some((kind) => kind === text);
}
