import { languages } from 'monaco-editor/editor';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';

/** JSON with keys told from strings; the grader reports what is wrong, so colours are all that is needed of the language. */
languages.register({ id: 'json', extensions: ['.json'] });
languages.setMonarchTokensProvider('json', {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
      [/"(?:[^"\\]|\\.)*"?/, 'string'],
      [/\/\/.*$/, 'comment'],
      [/-?\d[\d.eE+-]*/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/[{}[\],:]/, 'delimiter'],
    ],
  },
});
languages.setLanguageConfiguration('json', {
  brackets: [
    ['{', '}'],
    ['[', ']'],
  ],
  autoClosingPairs: [
    { open: '{', close: '}', notIn: ['string'] },
    { open: '[', close: ']', notIn: ['string'] },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  surroundingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
  indentationRules: { increaseIndentPattern: /[{[]\s*$/, decreaseIndentPattern: /^\s*[}\]]/ },
});

/** YAML as Monaco has it, but for Enter: deeper behind a key that is open, and under the first key of a list's item. */
const { Indent } = languages.IndentAction;
languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'] });
languages.setMonarchTokensProvider('yaml', language);
languages.setLanguageConfiguration('yaml', {
  ...conf,
  onEnterRules: [
    { beforeText: /^\s*- +[\w-]+:(?: [|>][+-]?)?\s*$/, action: { indentAction: Indent, appendText: '  ' } },
    { beforeText: /^\s*- +[\w-]+:\s/, action: { indentAction: Indent } },
    { beforeText: /:(?: [|>][+-]?)?\s*$/, action: { indentAction: Indent } },
  ],
});

/** The language of a file of an exercise, by its name. */
export const languageOf = (file: string): string => (file.endsWith('.json') ? 'json' : 'yaml');
