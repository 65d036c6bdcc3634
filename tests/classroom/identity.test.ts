import { describe, expect, test } from 'vitest';
import {
  idOf,
  isCohostToken,
  learnerIdentity,
  makeCohostToken,
  makeSecret,
  readRoomCode,
  roomOf,
  showRoomCode,
} from '../../src/classroom/identity.ts';
import { coversTopic, readTopic } from '../../src/classroom/topics.ts';

describe('a secret', () => {
  test('holds 128 bits, all of which are used', () => {
    expect(makeSecret((length) => new Uint8Array(length))).toBe('0'.repeat(26));
    expect(makeSecret((length) => new Uint8Array(length).fill(255))).toBe(`${'z'.repeat(25)}w`);
    expect(new Set(Array.from({ length: 100 }, () => makeSecret())).size).toBe(100);
  });

  test('stands for an id that anybody can check, with any sha256', async () => {
    const secret = makeSecret();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)));
    const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');
    const first = '0123456789abcdefghjkmnpqrstvwxyz'[Number.parseInt(bits.slice(0, 5), 2)];
    expect(idOf(secret, 16)[0]).toBe(first);
    expect(learnerIdentity('0123456789ab', secret).clientId).toHaveLength(16);
    expect(roomOf(secret)).toHaveLength(12);
  });
});

test('a pass for assistants holds for its room until it expires, and cannot be stretched', () => {
  const [ours, other] = [makeSecret(), makeSecret()];
  const token = makeCohostToken(ours, 1000);
  expect(isCohostToken(ours, token, 999)).toBe(true);
  expect(isCohostToken(ours, token, 1001)).toBe(false);
  expect(isCohostToken(other, token, 999)).toBe(false);
  expect(isCohostToken(ours, token.replace('1000', '9000'), 999)).toBe(false);
  expect(isCohostToken(ours, 'cohost..', 0)).toBe(false);
});

test.each([
  ['k3v9-h7k2-0qwx', 'k3v9h7k20qwx'],
  [' K3V9 H7K2 OQWX ', 'k3v9h7k20qwx'],
  ['k3v9h7k2lqwi', 'k3v9h7k21qw1'],
  ['k3v9-h7k2-0qw', null],
  ['k3v9-h7k2-0qwu', null],
  ['', null],
])('%j is read as the code %s', (typed, room) => {
  expect(readRoomCode(typed)).toBe(room);
  if (room !== null) expect(readRoomCode(showRoomCode(room))).toBe(room);
});

test.each([
  ['w1/0123456789ab/c/state', { room: '0123456789ab', kind: 'state', learner: null }],
  ['w1/0123456789ab/l/0123456789abcdef/p', { room: '0123456789ab', kind: 'p', learner: '0123456789abcdef' }],
  ['w1/0123456789ab/to/0123456789abcdef/m', { room: '0123456789ab', kind: 'm', learner: '0123456789abcdef' }],
  ['w1/0123456789ab/c/p', null],
  ['w1/0123456789ab/c/state/more', null],
  ['w1/0123456789ab/l/+/p', null],
  ['w1/0123456789ab/to/0123456789abcdef/p', null],
  ['w2/0123456789ab/c/state', null],
])('%s is taken apart', (topic, parts) => expect(readTopic(topic)).toEqual(parts));

test.each([
  ['a/#', 'a', true],
  ['a/#', 'a/b/c', true],
  ['a/+', 'a/b', true],
  ['a/+', 'a/b/c', false],
  ['#', '$SYS/a', false],
  ['+/a', '$SYS/a', false],
  ['a', 'a/b', false],
  ['a/b', 'a', false],
])('the filter %s and the topic %s: %s', (filter, topic, covers) => expect(coversTopic(filter, topic)).toBe(covers));
