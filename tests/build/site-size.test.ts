import { expect, test } from 'vitest';
import { measureSite } from '../../build/site-size.ts';

const site = new Map(
  Object.entries({
    '/index.html': 'x'.repeat(999),
    '/lessons/one/index.html':
      '<link rel="stylesheet" href="/base/_astro/a.css"><script type="module" src="/base/_astro/page.js"></script>',
    '/lessons/two/index.html': '<h1>Two</h1>',
    '/_astro/a.css': 'a{}',
    '/_astro/page.js': 'import{a}from"./shared.js";const late=()=>import("./monaco.js")',
    '/_astro/shared.js': 'export const a=1',
    '/_astro/monaco.js': 'import"./shared.js";"monaco-editor"',
    '/_astro/worker-1.js':
      'const later=()=>import("./grader-1.js"),other=()=>import("./iam-grader-2.js"),says=()=>import("./language-1.js"),words=()=>import("./en-1.js")',
    '/_astro/language-1.js': 'import"./shared.js";suggests',
    '/_astro/grader-1.js': 'import"./shared.js";the heaviest of all the domains of the worker',
    '/_astro/iam-grader-2.js': 'import"./catalogue.js";import"./worker-1.js"',
    '/_astro/catalogue.js': 'ten',
    '/_astro/en-1.js': 'words',
    '/_astro/open-bar-1.js': 'import"./shared.js";const way=()=>import("./mqtt.js")',
    '/_astro/mqtt.js': 'broker',
  }).map(([path, text]) => [path, Buffer.from(text)] as const),
);

test('a page weighs its styles and the scripts that it loads at once', () => {
  const sizeOf = (...paths: string[]) => paths.reduce((sum, path) => sum + (site.get(path)?.length ?? 0), 0);
  const { page, scripts, worker, wholeWorker, iam, suggestions, joinedClass, monaco } = measureSite(
    site,
    (bytes) => bytes.length,
  );
  expect(scripts.bytes).toBe(sizeOf('/_astro/page.js', '/_astro/shared.js'));
  expect(page).toEqual({
    bytes: scripts.bytes + sizeOf('/lessons/one/index.html', '/_astro/a.css'),
    of: '/lessons/one/index.html',
  });
  const withOne = ['/_astro/worker-1.js', '/_astro/grader-1.js', '/_astro/shared.js', '/_astro/en-1.js'];
  expect(worker).toEqual({ bytes: sizeOf(...withOne), of: '/_astro/grader-1.js' });
  const iamGrader = ['/_astro/iam-grader-2.js', '/_astro/catalogue.js'];
  expect(wholeWorker.bytes).toBe(sizeOf(...withOne, ...iamGrader));
  expect(iam).toEqual({ bytes: sizeOf(...iamGrader), of: '/_astro/iam-grader-2.js' });
  expect(suggestions.bytes).toBe(sizeOf('/_astro/language-1.js'));
  expect(joinedClass.bytes).toBe(sizeOf('/_astro/open-bar-1.js', '/_astro/mqtt.js'));
  expect(monaco.bytes).toBe(sizeOf('/_astro/monaco.js', '/_astro/shared.js'));
});
