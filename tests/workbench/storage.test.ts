import { describe, expect, it, vi } from 'vitest';
import { type Draft, openDrafts, withoutOldestVersion } from '../../src/workbench/storage/drafts.ts';
import { openShelf, type StorageLike, type StorageTrouble, watchStorage } from '../../src/workbench/storage/shelf.ts';

const isCount = (value: unknown): boolean => typeof value === 'number';

/** Storage in a map; `quota` is the number of characters that its values take together. */
function storageOf(entries: Record<string, string> = {}, quota = Number.POSITIVE_INFINITY) {
  const map = new Map(Object.entries(entries));
  const storage: StorageLike = {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      const others = [...map].filter(([name]) => name !== key).reduce((sum, [, text]) => sum + text.length, 0);
      if (others + value.length > quota) throw new DOMException('full', 'QuotaExceededError');
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

  it('sets aside what fills more than half of the storage', () => {
    const damaged = '{'.repeat(80);
    const { map, storage } = storageOf({ 'fargate-tips/v1/n': damaged }, 100);
    const shelf = openShelf('n', isCount, 0, () => storage);
    shelf.change((n) => n + 1);
    expect([...map.values()].toSorted()).toEqual(['1', damaged]);
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
        withoutOldestVersion,
      ),
    );

  it('gives up earlier versions for the text as it stands, the oldest first', () => {
    const { map, storage } = storageOf({}, 600);
    const drafts = open(storage);
    for (const letter of 'abc') drafts.putAside({ 'policy.json': letter.repeat(120) });
    drafts.save({ 'policy.json': 'd'.repeat(120) });
    const kept = JSON.parse(map.get('fargate-tips/v1/draft/x') ?? '') as Draft;
    expect(kept.files?.['policy.json']).toBe('d'.repeat(120));
    expect(kept.versions.map(({ files }) => files['policy.json']?.[0])).toEqual(['c', 'b']);
    expect(open(storage).read()).toEqual(kept);
  });

  it.each([Number.MAX_VALUE, -1])('have no time like %d, which no calendar can show', (savedAt) => {
    const text = JSON.stringify({
      starter: '',
      files: null,
      savedAt: 0,
      tried: [],
      versions: [{ files: {}, savedAt }],
    });
    const { map, storage } = storageOf({ 'fargate-tips/v1/draft/y': text });
    vi.stubGlobal('window', { localStorage: storage });
    expect(openDrafts('y', starter).read().versions).toEqual([]);
    vi.unstubAllGlobals();
    expect(map.get('fargate-tips/v1/draft/y/set-aside-1')).toBe(text);
  });

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
