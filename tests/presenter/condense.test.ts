import { expect, test } from 'vitest';
import { firstSentences, plainText } from '../../src/presenter/deck/condense.ts';

test.each([
  ['<p>One call. Another call. A third call.</p>', 4, '<p>One call. Another call.</p>'],
  [
    '<p>A sentence that is longer than it may be, and stays whole. More.</p>',
    3,
    '<p>A sentence that is longer than it may be, and stays whole.</p>',
  ],
  ['<p>No full stop</p>', 3, '<p>No full stop</p>'],
  [
    '<p>It asks <code>sts.amazonaws.com. Really</code> first. Then more words follow.</p>',
    4,
    '<p>It asks <code>sts.amazonaws.com. Really</code> first.</p>',
  ],
  [
    '<p>Since version 1.4.0 it <em>does. So it</em> does. End.</p>',
    4,
    '<p>Since version 1.4.0 it <em>does. So it</em> does.</p>',
  ],
  ['<p>He said “yes.” Then he left the room.</p>', 3, '<p>He said “yes.”</p>'],
  ['', 3, ''],
])('%s in %i words', (paragraph, words, expected) => {
  expect(firstSentences(paragraph, words)).toBe(expected);
});

test('plain text has no tags and no entities', () => {
  expect(plainText('<b>Calls</b> &amp;\n <code>&lt;region&gt;</code>')).toBe('Calls & <region>');
});
