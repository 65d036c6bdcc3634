import { type Identity, idOf, isCohostToken, isSameText, learnerIdLength, type Role, roomOf } from './identity.ts';
import { learnerFilters, readTopic, retainedKinds, roomFilter, sizeLimitsBytes } from './topics.ts';

/** Whom a broker let in, and where. */
export interface Admitted {
  readonly role: Role;
  readonly room: string;
  /** The learner's id; null for a host. */
  readonly learner: string | null;
}

/** What somebody shows at the door. */
export type Credentials = Pick<Identity, 'clientId' | 'username' | 'password'>;

/** The room of a broker. Its secret is known where the broker made the room; then the whole of it is compared, and assistants are let in. */
export interface DoorKey {
  readonly room: string;
  readonly hostSecret: string | null;
}

/** Lets in whoever shows the secret of the name they give. Null: refused. */
export function admit(
  { clientId, username, password }: Credentials,
  { room, hostSecret }: DoorKey,
  now: number,
): Admitted | null {
  if (username === room) {
    if (!clientId.startsWith(`${room}-`) || clientId.length > 32) return null;
    const isHost = hostSecret === null ? roomOf(password) === room : isSameText(password, hostSecret);
    if (isHost) return { role: 'host', room, learner: null };
    const isCohost = hostSecret !== null && isCohostToken(hostSecret, password, now);
    return isCohost ? { role: 'cohost', room, learner: null } : null;
  }
  const isLearner = clientId === username && password.length <= 64 && idOf(password, learnerIdLength) === username;
  return isLearner ? { role: 'learner', room, learner: username } : null;
}

/** A message as a broker meets it. */
export interface Offered {
  readonly topic: string;
  readonly sizeBytes: number;
  readonly retain: boolean;
}

/** Whether somebody may say this. It holds for a will as for any message. */
export function mayPublish({ role, room, learner }: Admitted, { topic, sizeBytes, retain }: Offered): boolean {
  const target = readTopic(topic);
  if (target === null || target.room !== room || sizeBytes > sizeLimitsBytes[target.kind]) return false;
  if (retain && !retainedKinds.includes(target.kind)) return false;
  switch (target.kind) {
    case 'state':
    case 'poll':
      return role === 'host';
    case 'evt':
    case 'm':
      return role !== 'learner';
    case 'on':
    case 'p':
      return role === 'learner' ? target.learner === learner : role === 'host' && sizeBytes === 0;
    case 'show':
      return role === 'learner' && target.learner === learner;
  }
}

/** Whether somebody may listen to this. */
export function maySubscribe({ role, room, learner }: Admitted, filter: string): boolean {
  if (role !== 'learner') return filter === roomFilter(room);
  return learner !== null && learnerFilters(room, learner).includes(filter);
}
