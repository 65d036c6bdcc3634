import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../build/fingerprint.mjs';

/** The project speaks of itself alone: no path of a machine it was written on, no note to its authors, no word that means nothing. */

const folders = ['.ci', '.github', 'bench', 'build', 'content', 'docs', 'public', 'src', 'tests'];
const ownText = /\.(ts|mjs|js|astro|mdx?|ya?ml|json|css|svg|txt|sh)$|^\.ci\//;

const files = [...filesAtRoot(), ...folders.flatMap(filesUnder)]
  .filter((path) => ownText.test(path) && path !== 'package-lock.json' && path !== 'tests/words.test.ts')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  .filter(({ text }) => text.length < 1_000_000);

function filesAtRoot(): readonly string[] {
  return readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')] : [],
  );
}

test.each([
  ['a path of somebody’s machine', /(?<![\w.$}~-])\/(work|home\/(?!runner\/)\w+|Users\/\w+|tmp\/\w+|root)\/\w/],
  ['a note to whoever wrote it', /\b(TODO|FIXME|XXX|HACK)\b/],
  ['a tool that wrote it', /\b(claude|anthropic|chatgpt|codex|LLM)\b|\bAI[- ](agent|assistant|generated|model)/i],
  ['how it came about', /\b(issue|ticket) #?\d+\b|\bthe brief says\b|\bprevious(ly)? (version|implementation)\b/i],
])('no file holds %s', (_, pattern) => {
  const found = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(found).toEqual([]);
});

test('no name of a source file means nothing', () => {
  const empty = /(^|[-/])(utils?|helpers?|handlers?|managers?|misc|common|stuff)([-./]|$)/;
  expect(
    files.map(({ path }) => path).filter((path) => /^(src|build|tests|bench)\//.test(path) && empty.test(path)),
  ).toEqual([]);
});

test('files are named in kebab-case', () => {
  const odd = files
    .map(({ path }) => path)
    .filter((path) => /^(src|build|bench)\/.*\.(ts|mjs)$/.test(path) && !path.startsWith('src/pages/'))
    .filter((path) => !path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part)));
  expect(odd).toEqual([]);
});
