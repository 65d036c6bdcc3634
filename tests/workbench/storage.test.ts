import { describe, expect, it } from 'vitest';
import { type Draft, openDrafts } from '../../src/workbench/storage/drafts.ts';
import { openShelf, type StorageLike, type StorageTrouble, watchStorage } from '../../src/workbench/storage/shelf.ts';

const isCount = (value: unknown): boolean => typeof value === 'number';

/** Storage in a map; `quota` is the number of characters it takes. */
function storageOf(entries: Record<string, string> = {}, quota = Number.POSITIVE_INFINITY) {
  const map = new Map(Object.entries(entries));
  const storage: StorageLike = {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > quota) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, value);
    },
    removeItem: (key) => map.delete(key),
  };
  return { map, storage };
}

function troublesNow(): readonly StorageTrouble[] {
  let seen: readonly StorageTrouble[] = [];
  watchStorage((troubles) => {
    seen = [...troubles];
  })();
  return seen;
}

describe('a shelf', () => {
  it('keeps a value for the next reader', () => {
    const { storage } = storageOf();
    openShelf('n', isCount, 0, () => storage).change((n) => n + 2);
    expect(openShelf('n', isCount, 0, () => storage).read()).toBe(2);
  });

  it('sees what another tab wrote, and builds on it', () => {
    const { storage } = storageOf();
    const [one, other] = [openShelf('n', isCount, 0, () => storage), openShelf('n', isCount, 0, () => storage)];
    one.change((n) => n + 1);
    other.change((n) => n + 1);
    expect(one.read()).toBe(2);
  });

  it.each(['{', '"text"', ''])('sets %j aside instead of overwriting it', (damaged) => {
    const { map, storage } = storageOf({ 'fargate-tips/v1/n': damaged });
    const shelf = openShelf('n', isCount, 0, () => storage);
    expect(shelf.read()).toBe(0);
    shelf.change((n) => n + 1);
    expect(map.get('fargate-tips/v1/n/set-aside-1')).toBe(damaged);
    expect(shelf.read()).toBe(1);
    expect(troublesNow()).toContain('set-aside');
  });

  it('works in memory where storage throws on sight, and says so', () => {
    const shelf = openShelf('n', isCount, 0, () => {
      throw new DOMException('denied', 'SecurityError');
    });
    shelf.change((n) => n + 1);
    shelf.change((n) => n + 1);
    expect(shelf.read()).toBe(2);
    expect(troublesNow()).toContain('closed');
  });

  it('works in memory while storage is full, and says so', () => {
    const { map, storage } = storageOf({}, 1);
    const shelf = openShelf('n', isCount, 0, () => storage);
    expect(shelf.change(() => 10)).toBe(10);
    expect(shelf.read()).toBe(10);
    expect(map.size).toBe(0);
    expect(troublesNow()).toContain('full');
    shelf.change(() => 3);
    expect(map.get('fargate-tips/v1/n')).toBe('3');
  });
});

describe('drafts', () => {
  const starter = { 'policy.json': '{}' };
  const open = (storage = storageOf().storage) =>
    openDrafts(
      'x',
      starter,
      openShelf<Draft>(
        'draft/x',
        () => true,
        { starter: '', files: null, savedAt: 0, tried: [], versions: [] },
        () => storage,
      ),
    );

  it('keeps no draft of the starter itself', () => {
    const drafts = open();
    drafts.save({ 'policy.json': '{ }' });
    expect(drafts.read().files).toEqual({ 'policy.json': '{ }' });
    drafts.save(starter);
    expect(drafts.read().files).toBeNull();
  });

  it('keeps the five latest different versions, newest first', () => {
    const drafts = open();
    for (const text of ['1', '2', '3', '4', '5', '6', '3']) drafts.putAside({ 'policy.json': text });
    expect(drafts.read().versions.map(({ files }) => files['policy.json'])).toEqual(['3', '6', '5', '4', '2']);
  });

  it('counts a text once, whatever its blanks', () => {
    const drafts = open();
    expect(drafts.noteAttempt({ 'policy.json': '{"a": 1}' })).toBe(true);
    expect(drafts.noteAttempt({ 'policy.json': '{ "a":\n1 }' })).toBe(false);
    expect(drafts.noteAttempt({ 'policy.json': '{"a": 2}' })).toBe(true);
  });
});
