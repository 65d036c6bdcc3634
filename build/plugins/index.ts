import type { PluginOption } from 'vite';
import { ajvSchemas } from './ajv.ts';
import { describedSchema } from './described-schema.ts';
import { jsonPackages } from './json-packages.ts';
import { leanGithubReader } from './lean-github-reader.ts';
import { leanYaml } from './lean-yaml.ts';
import { yamlModules } from './yaml.ts';

/** What the site, the worker, the command line and the tests all need to load the sources. */
export function sourcePlugins(): PluginOption[] {
  return [ajvSchemas(), yamlModules(), jsonPackages(), describedSchema(), leanGithubReader(), leanYaml()];
}
