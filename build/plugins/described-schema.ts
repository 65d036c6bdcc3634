import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const reader = '@actions/workflow-parser';
const name = `${reader}/described-schema`;
const resolved = `\0workshop:${name}`;

/**
 * GitHub's schema of a workflow file with the description of every key, which the package itself does not let out and grading does without
 * (`lean-github-reader.ts`).
 */
export function describedSchema(): Plugin {
  return {
    name: 'workshop:described-schema',
    enforce: 'pre',
    resolveId: (id) => (id === name ? resolved : null),
    async load(id) {
      if (id !== resolved) return null;
      const entry = await this.resolve(reader);
      if (entry === null) throw new Error(`The package ${reader} is not installed.`);
      const schema = JSON.parse(await readFile(join(dirname(entry.id), 'workflow-v1.0.min.json'), 'utf8'));
      // A text that is parsed is there sooner than an object that is compiled.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(schema.definitions))});`;
    },
  };
}
