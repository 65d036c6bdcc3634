import { describe, expect, test } from 'vitest';
import { curriculum, gradable, loadExercise } from '../src/exercises/load-exercise.ts';
import { checksOf, domains, grade } from '../src/grading/index.ts';
import { fill } from '../src/messages/catalog.ts';
import { cli } from '../src/messages/en/cli.ts';
import { freeWorkbench } from '../src/messages/en/free-workbench.ts';
import { en } from '../src/messages/en/index.ts';
import { lesson } from '../src/messages/en/lesson.ts';
import { site } from '../src/messages/en/site.ts';
import { workbench } from '../src/messages/en/workbench.ts';
import { type Code, loadChecks, type Message, render, type Wording } from '../src/messages/index.ts';
import { ja } from '../src/messages/ja/index.ts';

const english: readonly (readonly [code: string, wording: Wording])[] = Object.entries(en);
const japanese: readonly (readonly [code: string, wording: Wording])[] = Object.entries(ja);

/** Codes that find a fault. The other codes explain a step of a run, or name a quick fix. */
const checked = new Set<string>((await Promise.all(domains.map(checksOf))).flat().map(({ code }) => code));

const grading = Object.entries(
  import.meta.glob(['/src/grading/**/*.{ts,yaml}', '/content/scenarios/**/*.yaml'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>,
);

test.each([
  ['{count?a call|# calls}', { count: 1 }, 'a call'],
  ['{count?a call|# calls}', { count: 0 }, '0 calls'],
  ['{count?a call|# calls}', { count: 21 }, '21 calls'],
  ['Allowed{more?, and one more|, and # more|}.', { more: 0 }, 'Allowed.'],
  ['Allowed{example?|, such as `#`|}.', { example: '' }, 'Allowed.'],
  ['Allowed{example?|, such as `#`|}.', { example: '$&' }, 'Allowed, such as `$&`.'],
  ['${{ a && b?c|d }}{gap?x|y}', {}, '${{ a && b?c|d }}{gap?x|y}'],
])('%s with %j', (text, params, filled) => {
  expect(fill(text, params as Readonly<Record<string, string | number>>)).toBe(filled);
});

describe('codes', () => {
  test('look like domain/kebab-case', () => {
    expect(english.map(([code]) => code).filter((code) => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  test('are all used', () => {
    // A code stands as it is, or as its tail where the domain is put before it: `iam/json-${fault}`, found('no-registry').
    const literal = /['"`\s]([a-z]+\/[a-z0-9-]+|[a-z0-9-]+)(?=['"`\s,}]|$)/gm;
    const written = grading.flatMap(([, text]) => Array.from(text.matchAll(literal), ([, code = '']) => code));
    const used = new Set([...written, ...checked]);
    expect(
      english.map(([code]) => code).filter((code) => !used.has(code) && !used.has(code.split('/')[1] ?? '')),
    ).toEqual([]);
  });
});

describe.each([
  ['en', english],
  ['ja', japanese],
] as const)('wording in %s', (locale, catalog) => {
  test('is short enough to be read beside the text it speaks of', () => {
    const long = catalog.filter(
      ([, { what, why = '', fix = '' }]) => what.length > 220 || why.length > 400 || fix.length > 300,
    );
    expect(long.map(([code]) => code)).toEqual([]);
  });

  test('is one paragraph without loose spaces', () => {
    const loose = catalog.filter(([, wording]) =>
      Object.values(wording).some((text: string) => text !== text.trim() || /\s\s|\n/.test(text)),
    );
    expect(loose.map(([code]) => code)).toEqual([]);
  });

  test('says what it finds in a sentence', () => {
    const end = locale === 'en' ? /[.?:`)}]$/ : /[。？`）)}]$/;
    const findings = catalog.filter(([code]) => checked.has(code));
    expect(findings.filter(([, { what }]) => !end.test(what)).map(([code]) => code)).toEqual([]);
  });

  test('has backticks in pairs', () => {
    const odd = catalog.filter(([, wording]) =>
      Object.values(wording).some((text: string) => text.split('`').length % 2 === 0),
    );
    expect(odd.map(([code]) => code)).toEqual([]);
  });

  test('does not shout and does not blame', () => {
    const rude = /!(?=\s|$)|\b(you must|you should have|you forgot|wrong|bad|stupid|oops|please|simply|obviously)\b/i;
    // `why` may quote the real system, which does shout.
    const found = catalog.filter(([, { what, fix = '' }]) => rude.test(`${what} ${fix}`.replace(/`[^`]*`/g, '')));
    expect(found.map(([code]) => code)).toEqual([]);
  });
});

test('Japanese wording has no parameter that English lacks', () => {
  const strays = japanese.filter(([code, wording]) => {
    const known = namesIn(en[code as Code]);
    return [...namesIn(wording)].some((name) => !known.has(name));
  });
  expect(strays.map(([code]) => code)).toEqual([]);
});

test('no message of any recorded answer has a gap', async () => {
  const checks = await loadChecks('en');
  const gaps = new Set<string>();
  for (const message of await messagesOfContent()) {
    const wording = checks[message.code];
    const filled: Wording = render(checks, message);
    const missing = [...namesIn(wording)].filter((name) => !Object.hasOwn(message.params, name));
    if (missing.length > 0) gaps.add(`${message.code}: ${missing.join(', ')}`);
    if (Object.values(filled).some((text: string) => /undefined|\[object/.test(text)))
      gaps.add(`${message.code}: ${filled.what}`);
  }
  expect([...gaps]).toEqual([]);
});

/** Where the words of the pages and of the command line are said: a key as it stands, or a template whose beginning it has. */
const speakers = Object.values(
  import.meta.glob(['/src/**/*.{ts,astro}', '!/src/messages/{en,ja}/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }) as Record<string, string>,
).join('\n');

test.each([
  ['site', site],
  ['lesson', lesson],
  ['workbench', workbench],
  ['free-workbench', freeWorkbench],
  ['cli', cli],
])('every word of %s is said somewhere', (_, words) => {
  const isSaid = (key: string): boolean => {
    if (speakers.includes(`'${key}'`)) return true;
    return key.split('.').some((_part, at, parts) => speakers.includes(`\`${parts.slice(0, at).join('.')}.\${`));
  };
  expect(Object.keys(words).filter((key) => !isSaid(key))).toEqual([]);
});

async function messagesOfContent(): Promise<readonly Message[]> {
  const messages: Message[] = [];
  for (const id of curriculum.flatMap(({ exercises }) => exercises)) {
    const exercise = loadExercise(id);
    if (exercise === undefined) continue;
    const { starter, solutions, mistakes } = exercise;
    for (const files of [starter, ...solutions.values(), ...mistakes.map((mistake) => mistake.files)]) {
      const { diagnostics, trace } = await grade(gradable(exercise), files);
      messages.push(...diagnostics.flatMap((found) => [found.message, ...found.fixes.map(({ title }) => title)]));
      messages.push(...trace.map((step) => step.message));
    }
  }
  return messages;
}

/** The parameters of a wording; a GitHub expression such as `${{ github.sha }}` is none. */
function namesIn(wording: Wording): ReadonlySet<string> {
  const text = Object.values(wording).join(' ');
  return new Set(Array.from(text.matchAll(/(?<!\{)\{([a-zA-Z]\w*)\}(?!\})/g), ([, name = '']) => name));
}
