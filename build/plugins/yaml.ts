import type { Plugin } from 'vite';
import { parse } from 'yaml';

/** Lets code import a `.yaml` file as data: the parsed value is the default export. `?raw` imports are left alone. */
export function yamlModules(): Plugin {
  return {
    name: 'workshop:yaml',
    transform(code, id) {
      if (!id.endsWith('.yaml')) return null;
      return { code: `export default ${JSON.stringify(parse(code, { logLevel: 'error' }))};`, map: null };
    },
  };
}
