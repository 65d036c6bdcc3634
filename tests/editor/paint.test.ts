import { describe, expect, it } from 'vitest';
import { numbersOf, paintingOf, patchesOf } from '../../src/editor/paint.ts';
import { applyEdits, type Marker, smallestEdit } from '../../src/editor/port.ts';
import { tokensOf } from '../../src/editor/tokens.ts';

const kinds = (text: string, file: string): readonly string[] =>
  tokensOf(text, file).map(({ start, end, kind }) => `${kind}:${text.slice(start, end)}`);

describe('colours', () => {
  it('tell keys from strings in JSON', () => {
    expect(kinds('{"a": ["b", 1, true, -2.5e3, "open', 'policy.json')).toEqual([
      'key:"a"',
      'string:"b"',
      'number:1',
      'word:true',
      'number:-2.5e3',
      'string:"open',
    ]);
  });

  it('do not take a string with a colon for a key', () => {
    expect(kinds('["ecr:PutImage", "a"]', 'policy.json')).toEqual(['string:"ecr:PutImage"', 'string:"a"']);
  });

  it('know YAML keys, comments and scalars', () => {
    expect(kinds("on: push # now\njobs:\n  - name: 'x y'\n    id-token: 443\n    a#b: true\n", 'push.yml')).toEqual([
      'key:on',
      'comment:# now',
      'key:jobs',
      'key:name',
      "string:'x y'",
      'key:id-token',
      'number:443',
      'word:true',
    ]);
  });
});

const marker = (start: number, end: number, severity: Marker['severity'] = 'error'): Marker => ({
  file: 'policy.json',
  start,
  end,
  severity,
  message: '',
  more: [],
  code: '',
  source: '',
  fixes: [],
});

describe('patches', () => {
  it.each([
    ['', []],
    ['{"a": 1}', [marker(0, 8), marker(2, 4, 'warning')]],
    ['{"a": 1}', [marker(8, 8)]],
    ['a\n\nb', [marker(2, 2)]],
    ['{}', [marker(0, 900)]],
    ['"'.repeat(30_000), [marker(0, 1)]],
  ])('of %j together are the text', (text, markers) => {
    const patches = patchesOf(text, 'policy.json', markers, [{ file: 'policy.json', start: 0, end: 1 }]);
    expect(patches.map((patch) => patch.text).join('')).toBe(text);
  });

  it('lay an underline over a colour', () => {
    expect(patchesOf('"a"', 'policy.json', [marker(1, 2)], [])).toEqual([
      { text: '"', classes: 'code-string' },
      { text: 'a', classes: 'code-string m-error' },
      { text: '"', classes: 'code-string' },
    ]);
  });

  it('underline no blanks at the ends of lines', () => {
    const patches = patchesOf('a: \n  b', 'x.yml', [{ ...marker(0, 7), file: 'x.yml' }], []);
    expect(patches.filter(({ classes }) => classes.includes('m-error')).map(({ text }) => text)).toEqual([
      'a',
      ':',
      'b',
    ]);
  });

  it('underline the neighbour of a gap', () => {
    expect(patchesOf('ab', 'x.yml', [{ ...marker(2, 2), file: 'x.yml' }], [])).toEqual([
      { text: 'a', classes: '' },
      { text: 'b', classes: 'm-error' },
    ]);
  });
});

describe('painting', () => {
  it.each([
    ['painted', 20_000],
    ['plain', 20_001],
    ['plain', 50_000],
    ['bare', 50_001],
  ])('is %s for %i characters', (painting, length) => {
    expect(paintingOf('x'.repeat(length))).toBe(painting);
  });
});

describe('edits', () => {
  it('are applied to the text before', () => {
    const edits = [
      { start: 0, end: 1, text: 'A' },
      { start: 2, end: 2, text: '!' },
    ];
    expect(applyEdits('abc', edits)).toBe('Ab!c');
  });

  it.each([
    ['', ''],
    ['abc', 'abc'],
    ['aaa', 'aa'],
    ['ab', 'aXb'],
    ['one', 'two'],
  ])('the smallest from %j to %j leads there', (before, after) => {
    expect(applyEdits(before, [smallestEdit(before, after)])).toBe(after);
  });
});

describe('numbers', () => {
  it('say the worst of what begins in their lines', () => {
    const markers = [marker(0, 1, 'info'), marker(1, 9, 'warning'), marker(2, 3), marker(4, 4), marker(9, 9)];
    expect(numbersOf('a\nb\n\nc', 'policy.json', markers)).toEqual(['warning', 'error', 'error', null]);
    expect(numbersOf('', 'policy.json', [marker(0, 0)])).toEqual(['error']);
    expect(numbersOf('a\n', 'policy.json', [{ ...marker(0, 1), file: 'push.yml' }])).toEqual([null, null]);
  });

  it('take one pass over a megabyte with ten thousand markers, and stop where nobody counts', () => {
    const text = 'abcdefghi\n'.repeat(100_000);
    const markers = Array.from({ length: 10_000 }, (_, index) => marker(index * 100, index * 100 + 1));
    const before = process.cpuUsage();
    expect(numbersOf(text, 'policy.json', markers).length).toBeLessThan(10_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
