import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf } from './architecture/imports.ts';
import { type Zone, zoneOf, zones } from './architecture/zones.ts';

const sources = Object.entries(
  import.meta.glob('/src/**/*.{ts,astro}', { query: '?raw', import: 'default', eager: true }) as Record<string, string>,
).map(([path, text]) => ({ path: path.slice('/src/'.length), text, imports: importsOf(path, text) }));

/** Reads `packages` of `@scope/name/deep/path`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function isAllowed(path: string, zone: Zone, { specifier, kind }: Import): boolean {
  if (specifier.startsWith('node:')) return zone.packages?.includes('node:') ?? false;
  if (specifier.startsWith('astro:')) return zone.packages?.includes('astro') ?? false;
  // What a compiled schema says of a misfit has its type there; the package itself stays out.
  if (specifier === 'ajv' && kind === 'type') return true;
  if (!specifier.startsWith('.')) return zone.packages?.includes(packageOf(specifier)) ?? false;
  const target = posix.join(posix.dirname(path), specifier);
  // Outside of src lie content, read as data, and the highlighter that lessons and pages share while the site is built.
  if (target.startsWith('../content/')) return ['exercises', 'site'].includes(zone.name);
  if (target.startsWith('../build/markdown/')) return zone.name === 'site';
  const other = zoneOf(target);
  if (other === undefined) return false;
  if (other === zone || zone.from.includes(other.name)) return true;
  return kind === 'type' && (zone.typesFrom?.includes(other.name) ?? false);
}

test('every source file belongs to a zone', () => {
  expect(sources.filter(({ path }) => zoneOf(path) === undefined).map(({ path }) => path)).toEqual([]);
});

test.each(zones.map(({ name }) => name))('%s imports only what it may', (name) => {
  const strays = sources.flatMap(({ path, imports }) => {
    const zone = zoneOf(path);
    if (zone?.name !== name) return [];
    return imports.filter((found) => !isAllowed(path, zone, found)).map(({ specifier }) => `${path} → ${specifier}`);
  });
  expect(strays).toEqual([]);
});

test('imports of our own files carry their ending', () => {
  const bare = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => /^\.\.?\//.test(specifier) && !/\.\w+$/.test(specifier))
      .map((i) => `${path} → ${i.specifier}`),
  );
  expect(bare).toEqual([]);
});

test('Monaco comes late: the editor and the pages reach it by import() alone', () => {
  const early = sources.flatMap(({ path, imports }) => {
    if (zoneOf(path)?.name === 'monaco') return [];
    const eager = imports.filter(
      ({ specifier, kind }) => kind === 'value' && /\/monaco[\w-]*(\.ts|\/)|^monaco-editor/.test(specifier),
    );
    return eager.map(({ specifier }) => `${path} → ${specifier}`);
  });
  expect(early).toEqual([]);
});

test('no file imports itself through others', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports
        .filter(({ specifier, kind }) => kind === 'value' && specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier)),
    ]),
  );
  expect(circlesIn(graph)).toEqual([]);
});

describe('graders are pure', () => {
  const graders = sources.filter(({ path }) => /^(grading|messages|report)\//.test(path));
  const impure = [
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\bcrypto\b/],
    ['the network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
    [
      'the page',
      /\b(window|localStorage|sessionStorage|navigator|globalThis)\.|\bdocument\.(querySelector|createElement|body)\b/,
    ],
    ['Node', /\bprocess\.(env|argv|cwd|exit)\b|\brequire\(/],
    ['timers', /\bset(Timeout|Interval)\(/],
    ['the console', /\bconsole\./],
    ['eval', /(?<![.\w] ?)\beval\(\w|\bnew Function\(/],
  ] as const;

  test.each(impure)('they do not use %s', (_, pattern) => {
    const users = graders.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
    expect(users).toEqual([]);
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** Every circle of a graph once, as its files in the order of the imports. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      circles.add([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return [...circles];
}
