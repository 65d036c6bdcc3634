declare module '*.yaml' {
  const value: unknown;
  export default value;
}

declare module '*.schema.json?ajv' {
  import type { ErrorObject } from 'ajv';

  /** True when the value fits the schema; otherwise false, with the reasons in `validate.errors` until the next call. */
  export const validate: { (value: unknown): boolean; errors?: ErrorObject[] | null };
}

declare module '*.schema.json?fits' {
  /** True when the value fits the schema. */
  export const fits: (value: unknown) => boolean;
}

declare module '@actions/workflow-parser/described-schema' {
  /** The definitions of `workflow-v1.0.json`, by name. */
  const definitions: unknown;
  export default definitions;
}

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}
