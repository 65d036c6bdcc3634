import { describe, expect, test } from 'vitest';
import { readKeys, writeKeys } from '../../src/exercises/asks.ts';
import { callSetsIn } from '../../src/exercises/call-sets.ts';

describe('keys as lines', () => {
  test('are read as they are written', () => {
    const keys = { 'aws:RequestedRegion': 'ap-northeast-1', 'aws:TagKeys': ['a', 'b'], sub: 'repo:o/r:ref=x' };
    expect(readKeys(writeKeys(keys))).toEqual({ keys, faults: [] });
  });

  test('blanks around them are nothing, lines without a key are told', () => {
    expect(readKeys('\n  a = b  \n\nc\n= d\ne=\r\n')).toEqual({ keys: { a: 'b', e: '' }, faults: [4, 5] });
  });

  test('a name of a prototype is a key like any other', () => {
    expect(Object.entries(readKeys('__proto__ = x').keys)).toEqual([['__proto__', 'x']]);
  });
});

describe('the ready-made lists', () => {
  const sets = callSetsIn('en');
  const named = (id: string) => sets.find((set) => set.id === id)?.asks ?? [];

  test('have their own names, and calls', () => {
    expect(new Set(sets.map(({ id }) => id)).size).toBe(sets.length);
    expect(sets.filter(({ asks }) => asks.length === 0)).toEqual([]);
    expect(new Set(sets.map(({ type }) => type))).toEqual(new Set(['identity', 'trust']));
  });

  test('name each call once, by the first request that comes to it', () => {
    const actions = named('buildx-push').map(({ action }) => action);
    expect(actions).toHaveLength(8);
    expect(new Set(actions).size).toBe(8);
    expect(named('buildx-push')[1]?.as).toBe('HEAD /v2/workshop-app/manifests/buildcache');
  });

  test('want probes refused, and tokens of one kind', () => {
    expect(new Set(named('beyond-a-push').map(({ wanted }) => wanted))).toEqual(new Set(['denied']));
    expect(named('github-names').filter(({ keys }) => /^sub = repo:.*@/m.test(keys))).toEqual([]);
    expect(named('github-ids')[0]?.keys).toMatch(/^sub = repo:octo-workshop@\d+/m);
  });
});
