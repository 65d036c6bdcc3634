import { describe, expect, test } from 'vitest';
import type { SearchEntry } from '../../src/site/search/entry.ts';
import { excerpt } from '../../src/site/search/excerpt.ts';
import { searchIn } from '../../src/site/search/find.ts';
import { sectionsOf } from '../../src/site/search/sections.ts';
import { tokenize } from '../../src/site/search/tokenize.ts';

describe('tokenize', () => {
  test.each([
    ['ecr:PutImage', ['ecr', 'putimage', 'put', 'image']],
    ['id-token: write', ['id', 'token', 'write']],
    ['ＥＣＲ', ['ecr']],
    ['', []],
    ['— … *', []],
  ])('%s', (text, words) => expect(tokenize(text)).toEqual(words));

  test('cuts Japanese into words', () => {
    const words = tokenize('プライベートサブネットでタスクを起動する');
    expect(words).toContain('タスク');
    expect(words).toContain('起動');
  });
});

const entry = (title: string, text: string): SearchEntry => ({ kind: 'Lesson', title, place: '', text, address: '/' });

describe('searchIn', () => {
  const search = searchIn([
    entry('Least privilege', 'Grant ecr:GetDownloadUrlForLayer on the repository.'),
    entry('Private subnet', 'Four endpoints, and S3 at the edge. The push is over.'),
    entry('Push from GitHub Actions', 'Four steps.'),
    entry('サブネット', 'タスクがエンドポイントに接続する。'),
  ]);
  const titles = (query: string) => search(query).map(({ title }) => title);

  test('finds a part of an action', () => expect(titles('DownloadUrl')).toEqual(['Least privilege']));
  test('finds an action as it is written', () =>
    expect(titles('ecr:GetDownloadUrlForLayer')).toEqual(['Least privilege']));
  test('puts what is named in a title first', () =>
    expect(titles('push')).toEqual(['Push from GitHub Actions', 'Private subnet']));
  test('wants every word', () => expect(titles('four endpoints')).toEqual(['Private subnet']));
  test('forgives a slip', () => expect(titles('endpionts')).toEqual(['Private subnet']));
  test('finds Japanese', () => expect(titles('タスク')).toEqual(['サブネット']));
  test.each(['', '   ', 'zzzzzz', '(.*)+', '\u0000'])('finds nothing for %j', (query) =>
    expect(titles(query)).toEqual([]),
  );
});

describe('excerpt', () => {
  const text = `${'before '.repeat(60)}the match stands here ${'after '.repeat(60)}`;
  const whole = (pieces: ReturnType<typeof excerpt>) => pieces.map((piece) => piece.text).join('');

  test('shows the match with what is around it', () => {
    const pieces = excerpt(text, ['match']);
    expect(pieces.filter(({ isMatch }) => isMatch).map((piece) => piece.text)).toEqual(['match']);
    expect(whole(pieces)).toMatch(/^… before.* after …$/);
    expect(whole(pieces).length).toBeLessThan(170);
  });
  test('leaves a short text whole', () => expect(whole(excerpt('Four steps.', ['steps']))).toBe('Four steps.'));
  test('begins at the beginning without a match', () => expect(whole(excerpt(text, []))).toMatch(/^before/));
  test('takes signs of a pattern as they are', () => expect(whole(excerpt('a (b', ['(b']))).toBe('a (b'));
  test('cuts a text without spaces', () => expect(whole(excerpt('漢'.repeat(500), ['漢字'])).length).toBeLessThan(170));
});

describe('sectionsOf', () => {
  test('keeps prose, code and the lines of a log, drops tags with their other props', () => {
    const mdx = [
      'The `ecr:*` on `*` and *every* [call](https://example.org/).',
      '',
      '<Log lines={["a > b", `<c>`]} refused="x" />',
      '<Exercise id="iam-buildx-push">',
      '',
      '## Your *turn*',
      '',
      '- one point',
      '',
      '```json',
      '# no heading',
      '```',
      '</Exercise>',
    ].join('\n');
    expect(sectionsOf(mdx)).toEqual([
      { heading: null, text: 'The ecr:* on * and every call. a > b <c>' },
      { heading: 'Your turn', text: 'one point # no heading' },
    ]);
  });
  test('reads a tag that is never closed', () =>
    expect(sectionsOf('a <Log lines={[')).toEqual([{ heading: null, text: 'a' }]));
  test('has nothing to say of nothing', () => expect(sectionsOf('')).toEqual([]));
});
