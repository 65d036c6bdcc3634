import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Who somebody is in a class. A secret is 128 random bits; the id is the head of its hash. Whoever shows a secret that
 * hashes to the id is its owner, so that a broker keeps no list of users. The hash is computed here and not by the browser, which has none on a
 * page that came over plain http.
 */
export type Role = 'host' | 'cohost' | 'learner';

/** What one connects with. */
export interface Identity {
  readonly role: Role;
  /** The room's id: 12 characters. */
  readonly room: string;
  /** Of the connection. A learner has one, so that a second connection takes the place of the first; each host's connection has its own. */
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
}

export const roomIdLength = 12;
export const learnerIdLength = 16;

/** Digits and letters without those that are taken for each other (Crockford's base 32), in lower case. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new secret: 26 characters that hold 128 random bits. */
export function makeSecret(random: (length: number) => Uint8Array = randomBytes): string {
  return base32(random(16));
}

/** The id that a secret stands for: 60 bits of its hash for a room, 80 for a learner. Fewer could be found by trying. */
export function idOf(secret: string, length: number): string {
  return base32(sha256(new TextEncoder().encode(secret))).slice(0, length);
}

/** The room that a host's secret opens. */
export const roomOf = (hostSecret: string): string => idOf(hostSecret, roomIdLength);

export function hostIdentity(secret: string, random?: (length: number) => Uint8Array): Identity {
  const room = roomOf(secret);
  return { role: 'host', room, clientId: connectionOf(room, random), username: room, password: secret };
}

/** An assistant's: `token` is what `makeCohostToken` made. */
export function cohostIdentity(room: string, token: string, random?: (length: number) => Uint8Array): Identity {
  return { role: 'cohost', room, clientId: connectionOf(room, random), username: room, password: token };
}

export function learnerIdentity(room: string, secret: string): Identity {
  const id = idOf(secret, learnerIdLength);
  return { role: 'learner', room, clientId: id, username: id, password: secret };
}

/** A pass for an assistant, good until `expiresAt` (milliseconds since 1970). Only who holds the host's secret can make or check one. */
export function makeCohostToken(hostSecret: string, expiresAt: number): string {
  const key = new TextEncoder().encode(hostSecret);
  const mark = hmac(sha256, key, new TextEncoder().encode(`${roomOf(hostSecret)} cohost ${expiresAt}`));
  return `cohost.${expiresAt}.${base32(mark)}`;
}

/** Whether this pass was made for this room and still holds. */
export function isCohostToken(hostSecret: string, token: string, now: number): boolean {
  const [, expiresAt] = /^cohost\.(\d{1,16})\.[0-9a-z]{52}$/.exec(token) ?? [];
  if (expiresAt === undefined || Number(expiresAt) < now) return false;
  return isSameText(token, makeCohostToken(hostSecret, Number(expiresAt)));
}

/** Compares two secrets by their hashes, so that the time it takes tells nothing of where they differ. */
export function isSameText(a: string, b: string): boolean {
  return idOf(a, 52) === idOf(b, 52);
}

/** The room's code as people read it: `k3v9-h7k2-0qwx`. */
export function showRoomCode(room: string): string {
  return room.replace(/(.{4})(?=.)/g, '$1-');
}

/** The room that somebody typed, in any case and with any gaps; `o`, `i` and `l` count as the digits they look like. Null when it is none. */
export function readRoomCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');
  return isId(code, roomIdLength) ? code : null;
}

/** Whether a text is an id of this length. */
export function isId(text: string, length: number): boolean {
  return text.length === length && [...text].every((character) => alphabet.includes(character));
}

function connectionOf(room: string, random: (length: number) => Uint8Array = randomBytes): string {
  return `${room}-${base32(random(5))}`;
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let [bits, width] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    for (width += 8; width >= 5; width -= 5) text += alphabet[(bits >> (width - 5)) & 31];
  }
  return width > 0 ? text + alphabet[(bits << (5 - width)) & 31] : text;
}
