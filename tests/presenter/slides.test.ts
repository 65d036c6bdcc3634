import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../src/presenter/deck/pieces.ts';
import { type DeckNames, slidesOf } from '../../src/presenter/deck/slides.ts';

const names: DeckNames = {
  title: 'A lesson',
  problem: 'The problem',
  question: 'Hands up',
  recap: 'What to keep',
  exercise: (id) => `Bench of ${id}`,
};

const mark = (kind: string, html = '', says: object = {}): string =>
  `<slide-piece data-kind="${kind}" data-says="${JSON.stringify(says).replaceAll('"', '&#34;')}">${html}</slide-piece>`;
const prose = (text: string): string => mark('prose', `<p>${text}</p>`);
const question = (text: string): string => mark('question', '', { id: 'q', question: text, answers: [] });
const slides = (...parts: readonly string[]) => slidesOf(piecesOf(parts.join('\n')), names).slice(1);

describe('pieces', () => {
  test('what stands unmarked between marks is a block', () => {
    const pieces = piecesOf(`${prose('One.')}<table></table>${prose('Two.')} `);
    expect(pieces.map(({ kind }) => kind)).toEqual(['prose', 'block', 'prose']);
    expect(pieces[1]?.html).toBe('<table></table>');
  });

  test('marks inside a piece go', () => {
    expect(piecesOf(mark('recap', `<ul><li>${prose('One.')}</li></ul>`))).toEqual([
      { kind: 'recap', says: {}, html: '<ul><li><p>One.</p></li></ul>' },
    ]);
  });

  test('notes inside a piece follow it', () => {
    const pieces = piecesOf(mark('recap', `${mark('notes', prose('Said.'), { minutes: 2 })}<ul><li>One.</li></ul>`));
    expect(pieces).toEqual([
      { kind: 'recap', says: {}, html: '<ul><li>One.</li></ul>' },
      { kind: 'notes', says: { minutes: 2 }, html: '<p>Said.</p>' },
    ]);
  });

  test('what a component was given is read with its quotes and ampersands', () => {
    const [piece] = piecesOf(
      `<slide-piece data-kind="notes" data-says="{&#34;ask&#34;:&#34;A &#38; B > C?&#34;}"></slide-piece>`,
    );
    expect(piece?.says).toEqual({ ask: 'A & B > C?' });
  });
});

describe('slides', () => {
  test('a deck begins with its title, and a lesson without anything has no other slide', () => {
    expect(slidesOf([], names).map(({ kind, name }) => [kind, name])).toEqual([['title', 'A lesson']]);
  });

  test('a heading begins a slide; text becomes its first sentences and stays whole in the notes', () => {
    const text = 'A push is a row of calls. '.repeat(8).trim();
    const [slide] = slides(mark('heading', 'Calls &amp; actions'), prose(text));
    expect(slide).toMatchObject({ kind: 'section', name: 'Calls & actions' });
    expect(slide?.notes.lesson).toContain(text);
    expect(slide?.words.length).toBeLessThan(text.length);
    expect(slide?.words.match(/\.<\/p>$/)).not.toBeNull();
  });

  test('what the author marked takes the place of the text', () => {
    const [slide] = slides(mark('heading', 'H'), mark('slide', '<p>Short.</p>'), prose('Long.'), prose('Longer.'));
    expect(slide?.words).toBe('<p>Short.</p>');
    expect(slide?.notes.lesson).toBe('<p>Long.</p><p>Longer.</p>');
  });

  test('a slide knows the heading or exercise of the lesson that it stands under', () => {
    const found = slides(
      mark('lead', 'First.'),
      mark('heading', 'H', { id: 'h' }),
      mark('slide', '<p>Two.</p>', { title: 'More' }),
      mark('exercise', '', { id: 'x' }),
      question('Which?'),
      mark('exercise-end'),
      '<table></table>',
      mark('recap', '<ul></ul>'),
    );
    expect(found.map(({ name, anchor }) => [name, anchor])).toEqual([
      ['The problem', ''],
      ['H', 'h'],
      ['More', 'h'],
      ['Which?', 'h'],
      ['Bench of x', 'x'],
      ['More', 'x'],
      ['What to keep', 'recap'],
    ]);
  });

  test('a slide with a title of its own begins another', () => {
    const found = slides(mark('heading', 'H'), prose('One.'), mark('slide', '<p>Two.</p>', { title: 'More' }));
    expect(found.map(({ heading, words }) => [heading, words])).toEqual([
      ['H', '<p>One.</p>'],
      ['More', '<p>Two.</p>'],
    ]);
  });

  test('a second block goes to a slide of its own under the same heading', () => {
    const found = slides(mark('heading', 'H'), mark('picture', '<svg></svg>'), prose('Said.'), '<table></table>');
    expect(found.map(({ heading, block }) => [heading, block])).toEqual([
      ['H', '<svg></svg>'],
      ['H', '<table></table>'],
    ]);
  });

  test('the bench comes after the questions of its exercise, with the notes that wait for it', () => {
    const found = slides(
      mark('exercise', '', { id: 'ship-it' }),
      mark('heading', 'Ship it'),
      mark('notes', '<p>Go.</p>', { at: 'exercise', minutes: 6, ask: 'Where?' }),
      question('First?'),
      mark('notes', '<p>Hands.</p>'),
      question('Second?'),
      '<div class="authorities"></div>',
      mark('exercise-end'),
    );
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ['section', 'Ship it'],
      ['question', 'First?'],
      ['question', 'Second?'],
      ['exercise', 'Bench of ship-it'],
      ['section', 'Ship it'],
    ]);
    expect(found[1]?.notes.spoken).toBe('<p>Hands.</p>');
    expect(found[3]?.notes).toMatchObject({ minutes: 6, ask: 'Where?', spoken: '<p>Go.</p>' });
  });

  test('an exercise without a question has its bench at the end', () => {
    const found = slides(
      mark('exercise', '', { id: 'x' }),
      mark('heading', 'H'),
      mark('exercise-end'),
      mark('heading', 'Next'),
    );
    expect(found.map(({ kind }) => kind)).toEqual(['section', 'exercise', 'section']);
  });

  test('a question takes a minute, unless its notes say otherwise', () => {
    const [first, second] = slides(question('One?'), question('Two?'), mark('notes', '', { minutes: 3 }));
    expect([first?.notes.minutes, second?.notes.minutes]).toEqual([1, 3]);
  });

  test('remarks go to the notes', () => {
    const [slide] = slides(mark('heading', 'H'), mark('aside', '<p>Cost.</p>', { title: 'Not cheaper' }));
    expect(slide?.notes.asides).toEqual([{ title: 'Not cheaper', html: '<p>Cost.</p>' }]);
    expect(slide?.words).toBe('');
  });
});
