import { expect, test } from 'vitest';
import { readPayload } from '../../src/classroom/wire/read.ts';

test.each(['on', 'p', 'show', 'm', 'evt', 'state', 'poll'] as const)('%s refuses what is none', (kind) => {
  for (const payload of ['', '{', 'null', '[]', '{"v":2}', '"x"']) expect(readPayload(kind, payload)).toBeNull();
});

test('a presence is read', () => {
  expect(readPayload('on', '{"v":1,"sid":"a1","on":1,"nick":"Otter 12"}')).toEqual({
    v: 1,
    sid: 'a1',
    on: 1,
    nick: 'Otter 12',
  });
  expect(readPayload('on', '{"v":1,"sid":"a1","on":1,"nick":"a\\u202eb"}')).toBeNull();
  expect(readPayload('evt', '{"v":1,"id":"a1","kind":"recheck"}')).not.toBeNull();
  expect(readPayload('evt', '{"v":1,"id":"a1","kind":"recheck","text":"a"}')).toBeNull();
});
