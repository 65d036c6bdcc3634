import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const cronWords = '\0workshop:cron-words';

/**
 * GitHub's workflow reader without what only an editor shows: the descriptions in its schema, and the package that puts a cron
 * expression into words. Neither decides what is refused. Saves 15 KB gzip in the worker. A key that is a number, a boolean or nothing is
 * handed on as a text, as GitHub takes it; the package breaks down over one.
 */
export function leanGithubReader(): Plugin {
  return {
    name: 'workshop:lean-github-reader',
    enforce: 'pre',
    resolveId: (id) => (id === 'cronstrue' ? cronWords : null),
    async load(id) {
      if (id === cronWords) return "export default { toString: () => '' };";
      if (id.endsWith('workflow-parser/dist/workflows/yaml-object-reader.js'))
        return withTextKeys(await readFile(id, 'utf8'));
      if (!id.endsWith('workflow-v1.0.min.json')) return null;
      return JSON.stringify(withoutDescriptions(JSON.parse(await readFile(id, 'utf8'))));
    },
  };
}

const readsKey = 'const key = scalarKey.value;';

/** Throws when the package reads keys in another way than it did. */
function withTextKeys(code: string): string {
  if (!code.includes(readsKey))
    throw new Error('The workflow reader takes keys in another way than build/plugins/lean-github-reader.ts knows.');
  return code.replace(readsKey, "const key = String(scalarKey.value ?? '');");
}

/** A key may be called `description` too: under `properties` it is one of the file's. */
function withoutDescriptions(value: unknown, holder = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutDescriptions(each));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, each]) => key !== 'description' || typeof each !== 'string' || holder === 'properties',
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutDescriptions(each, key)]));
}
