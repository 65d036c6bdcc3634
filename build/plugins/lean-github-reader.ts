import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const cronWords = '\0workshop:cron-words';

/**
 * GitHub's workflow reader without what decides nothing here: the descriptions in its schema, the package that puts a cron expression into
 * words, and the reader of schemas, which takes its own apart at every start to see whether it is sound. The schema is built as it stands,
 * in a fifth of the time. A key that is a number, a boolean or nothing is handed on as a text, as GitHub takes it, and one like `constructor`
 * is no property that the schema has; the package breaks down over either.
 */
export function leanGithubReader(): Plugin {
  return {
    name: 'workshop:lean-github-reader',
    enforce: 'pre',
    resolveId: (id) => (id === 'cronstrue' ? cronWords : null),
    async load(id) {
      if (id === cronWords) return "export default { toString: () => '' };";
      if (id.endsWith('workflow-v1.0.min.json'))
        return JSON.stringify(withoutDescriptions(JSON.parse(await readFile(id, 'utf8'))));
      const [, file = ''] = /\/workflow-parser\/dist\/(.*\.js)$/.exec(id) ?? [];
      const lean = changes[file];
      return lean === undefined ? null : lean(await readFile(id, 'utf8'));
    },
  };
}

const changes: Readonly<Record<string, (code: string) => string>> = {
  // Called workflows are looked into by src/grading/workflow/calls.
  'model/converter/referencedWorkflow.js': () => 'export function convertReferencedWorkflow() {}',
  'workflows/yaml-object-reader.js': (code) =>
    replaced(code, 'const key = scalarKey.value;', "const key = String(scalarKey.value ?? '');"),
  'workflows/workflow-schema.js': (code) =>
    replaced(
      replaced(code, /import \{ JSONObjectReader \}.*/, importTokens),
      /const json = [^;]*;\s*schema = TemplateSchema\.load\([^;]*;/,
      'schema = new TemplateSchema(tokenOf(WorkflowSchema));',
    ),
  'templates/schema/template-schema.js': (code) =>
    replaced(replaced(code, / {4}static load\([\s\S]*?\n}\n/, '}\n'), / {4}validate\([\s\S]*?\n {4}}\n/, ''),
  ...Object.fromEntries(
    ['one-of', 'sequence', 'string'].map((kind) => [`templates/schema/${kind}-definition.js`, withoutValidation]),
  ),
  'templates/schema/mapping-definition.js': (code) =>
    replaced(withoutValidation(code), 'this.properties = {};', 'this.properties = Object.create(null);'),
};

function withoutValidation(code: string): string {
  return replaced(code, / {4}validate\([\s\S]*?\n {4}}\n/, '');
}

/** The schema as the tokens that reading it would give. */
const importTokens = `import { BooleanToken, MappingToken, SequenceToken, StringToken } from "../templates/tokens/index.js";
function tokenOf(value) {
    if (typeof value === "string") return new StringToken(undefined, undefined, value, undefined);
    if (typeof value === "boolean") return new BooleanToken(undefined, undefined, value, undefined);
    const token = Array.isArray(value) ? new SequenceToken() : new MappingToken();
    if (Array.isArray(value)) for (const item of value) token.add(tokenOf(item));
    else for (const key of Object.keys(value)) token.add(tokenOf(key), tokenOf(value[key]));
    return token;
}`;

/** Throws when the package has something else there than it had. */
function replaced(code: string, from: string | RegExp, to: string): string {
  const result = code.replace(from, () => to);
  if (result === code)
    throw new Error(`The workflow reader has no ${from} any more, which build/plugins/lean-github-reader.ts replaces.`);
  return result;
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
