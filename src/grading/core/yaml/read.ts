import type { Document } from 'yaml';
import type { SourceRange } from '../types.ts';
import { type At, type Built, buildTree } from './build.ts';
import { composeDocuments } from './compose.ts';
import { depthFault } from './depth.ts';

export type { Built, SeenAlias, SeenAnchor } from './build.ts';

/** What the YAML package objects to, by its own code, in its own words. */
export interface YamlError {
  readonly code: string;
  readonly said: string;
  readonly range: SourceRange;
}

/** One document of a YAML text. */
export interface YamlDocument {
  readonly range: SourceRange;
  /** Null when the document holds nothing. With errors, what stands after the first of them is guesswork. */
  readonly built: Built | null;
  readonly errors: readonly YamlError[];
}

/** The documents of a text, or the place where it nests deeper than is read. */
export type YamlText =
  | { readonly tooDeep: SourceRange }
  | { readonly tooDeep: null; readonly documents: readonly YamlDocument[] };

/**
 * Reads YAML 1.2 (and so JSON) with the place of every piece. Total, and linear in the text. `offset` is where the text begins in its
 * file. A key that a mapping has twice is no error here, but is noted.
 *
 * @example readYaml('a: 1', 'x.yaml') // => { tooDeep: null, documents: [{ built: { tree: { kind: 'mapping', … }, … }, … }] }
 */
export function readYaml(text: string, file: string, offset = 0): YamlText {
  const inside = (position: number) => offset + Math.min(position, text.length);
  const at: At = (start, end) => ({ file, start: inside(start), end: inside(end) });
  const tooDeep = depthFault(text);
  if (tooDeep !== null) return { tooDeep: at(tooDeep, tooDeep + 1) };
  try {
    const documents = composeDocuments(text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    return { tooDeep: null, documents: documents.map((document) => readDocument(document, text, at)) };
  } catch (error) {
    // Only nesting that exhausts the stack ends here.
    if (!(error instanceof RangeError)) throw error;
    return { tooDeep: at(0, 1) };
  }
}

function readDocument({ contents, errors, range }: Document.Parsed, text: string, at: At): YamlDocument {
  return {
    range: at(range[0], range[1]),
    built: contents === null ? null : buildTree(contents, text, at),
    errors: errors.map(({ code, message, pos: [start, end] }) => ({ code, said: message, range: at(start, end) })),
  };
}
