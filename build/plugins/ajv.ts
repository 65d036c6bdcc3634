import { readFile } from 'node:fs/promises';
import { Ajv, type Options } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { Plugin } from 'vite';

const suffixes = ['?ajv', '?fits'] as const;

/**
 * Compiles `import { validate } from './x.schema.json?ajv'` to a validator at build time, so that no page needs `eval`; and
 * `import { fits } from './x.schema.json?fits'` to one that gives no reasons, for a page that asks for none, in two thirds of the bytes.
 * The generated code requires two of Ajv's runtime files even as ESM; both are small enough to stand inline.
 * @source https://ajv.js.org/standalone.html (read 2026-11-24)
 */
export function ajvSchemas(): Plugin {
  return {
    name: 'workshop:ajv',
    enforce: 'pre',
    async load(id) {
      const suffix = suffixes.find((each) => id.endsWith(`.schema.json${each}`));
      if (suffix === undefined) return null;
      const path = id.slice(0, -suffix.length);
      this.addWatchFile(path);
      const schema: object = JSON.parse(await readFile(path, 'utf8'));
      return { code: suffix === '?ajv' ? compile(schema) : compileWithoutReasons(schema), map: null };
    },
  };
}

/** The source of a module with one export, `validate`, for one JSON Schema (draft 07). Throws on a schema in error. */
export function compile(schema: object): string {
  return `${generate(schema, { allErrors: true })}\nexport { validate };`;
}

/** What Ajv writes of one misfit, as an object: its place, keyword and parameters, which may quote braces, and the name of the key. */
const reason =
  /\{instancePath(?:[^{}"]|"(?:[^"\\]|\\.)*")*params:\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}(?:,propertyName:\w+)?\}/g;

/** What Ajv's functions take, and give each other, only to say where a misfit is. */
const takenPlace = /,\s*\{instancePath="",[^{}]*\}=\{\}/g;
const givenPlace = /,\s*\{instancePath[:,](?:[^{}"]|"(?:[^"\\]|\\.)*")*\}(?=\))/g;

/** The same with the export `fits`, which stops at the first misfit and does not say what it is. Throws where reasons would stay in. */
function compileWithoutReasons(schema: object): string {
  const generated = generate(schema, { messages: false, inlineRefs: false });
  const code = generated.replace(reason, '{}').replace(takenPlace, '').replace(givenPlace, '');
  if (/schemaPath|instancePath|rootData/.test(code))
    throw new Error('Ajv writes its reasons in another way than this plugin knows.');
  return `${code}\nexport { validate as fits };`;
}

function generate(schema: object, options: Options): string {
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: false },
    ...options,
  });
  const generated = standaloneCode(ajv, ajv.compile(schema));
  return inlineRuntime(generated)
    .replace('export const validate', 'const validate')
    .replace('export default validate', 'void validate');
}

const runtime = {
  'ajv/dist/runtime/ucs2length': 'const length = (text) => [...text].length;',
  'ajv/dist/runtime/equal': `const equal = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null
    && Array.isArray(a) === Array.isArray(b) && Object.keys(a).length === Object.keys(b).length
    && Object.keys(a).every((key) => Object.hasOwn(b, key) && equal(a[key], b[key])));`,
} as const;

function inlineRuntime(generated: string): string {
  const inlined = new Set<string>();
  const code = generated.replace(/require\("([^"]+)"\)\.default/g, (_, name: keyof typeof runtime) => {
    if (!(name in runtime)) throw new Error(`Ajv asks for a runtime file that has no inline form: ${name}`);
    inlined.add(runtime[name]);
    return name.endsWith('equal') ? 'equal' : 'length';
  });
  return [...inlined, code].join('\n');
}
