import { maxFileLength } from '../../core/limits.ts';
import type { Diagnostic } from '../../core/types.ts';
import { type Built, readYaml, type YamlDocument, type YamlError } from '../../core/yaml/read.ts';
import type { Tree } from '../../core/yaml/tree.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { explainErrors } from './errors.ts';
import { aliasFaults, duplicateKeys, mergeKeys, tagFaults, unusedAnchors } from './features.ts';
import { findTraps } from './traps.ts';
import { findUnclosedFlow } from './unclosed-flow.ts';

/** What YAML alone says of the text. */
export interface WorkflowYaml {
  /** Null when nothing is there, or when the text is beyond the limits. */
  readonly root: Tree | null;
  /** The text with a `%YAML` line made a comment; offsets are the same. */
  readonly text: string;
  readonly refused: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Levels of a file that GitHub reads. */
export const maxDepth = 50;

/** Keys and values of a text that are read here; a workflow in earnest has a few hundred. */
const maxNodes = 20_000;

/** Aliases of a text that are read here. */
const maxAliases = 100;

/** A list in a list is one level for GitHub, and a mapping's value one below its key; this many levels of the tree are surely beyond. */
const maxLevels = maxDepth * 2;

/** Reads the text as YAML 1.2, within limits, before any other reader sees it. Total, and linear in the text. */
export function readWorkflowYaml(raw: string, file: string): WorkflowYaml {
  // GitHub takes `%YAML 1.1` for granted; the readers here stumble over it, so it is read as a comment of the same length.
  const text = raw.replace(/^(\uFEFF?)%YAML/gm, '$1#YAML');
  const beyond = sizeFault(text, file);
  if (beyond !== null) return refuse(text, beyond);
  const read = readYaml(text, file);
  if (read.tooDeep !== null) return refuse(text, tooDeep(file));
  const [document, second] = read.documents;
  if (document === undefined || (document.built === null && document.errors.length === 0 && second === undefined))
    return refuse(text, found('error', 'core/empty-file', { file }, { file, start: 0, end: 0 }, sources.syntax));
  return readDocument(document, second, text, file);
}

function readDocument(
  { built, errors }: YamlDocument,
  second: YamlDocument | undefined,
  text: string,
  file: string,
): WorkflowYaml {
  const beyond = built === null ? null : nodesFault(built, file);
  if (beyond !== null) return refuse(text, beyond);
  const all = second === undefined ? errors : [...errors, secondDocument(second)];
  const traps = [...findTraps(text, file, all.length > 0), ...(all.length > 0 ? findUnclosedFlow(text, file) : [])];
  const diagnostics = [
    ...traps,
    ...explainErrors(all, text, traps),
    ...(built === null
      ? []
      : [
          ...tagFaults(built, text),
          ...aliasFaults(built),
          ...mergeKeys(built),
          ...unusedAnchors(built),
          ...duplicateKeys(built),
        ]),
  ];
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  return { root: built?.tree ?? null, text, refused, diagnostics };
}

/** GitHub reads one document; a second one is at fault where it begins. */
function secondDocument({ range }: YamlDocument): YamlError {
  return { code: 'MULTIPLE_DOCS', said: 'The text holds several documents', range };
}

function refuse(text: string, diagnostic: Diagnostic): WorkflowYaml {
  return { root: null, text, refused: true, diagnostics: [diagnostic] };
}

/** Lines, and characters that YAML gives a meaning, beyond which no text can be within the limits. */
const [maxLines, maxMarks] = [20_000, 60_000];

/** A fault of a text that has more characters, lines, or characters that YAML gives a meaning than one within the limits can have. */
function sizeFault(text: string, file: string): Diagnostic | null {
  const range = { file, start: 0, end: Math.min(1, text.length) };
  if (text.length > maxFileLength) {
    const params = { file, size: text.length, limit: maxFileLength };
    return found('error', 'core/too-large', params, range, sources.limits);
  }
  let lines = 0;
  let marks = 0;
  for (const character of text) {
    if (character === '\n' || character === '\r') lines++;
    else if (':,&*!"#|[{'.includes(character)) marks++;
  }
  if (lines <= maxLines && marks <= maxMarks) return null;
  return found('error', 'workflow/too-many-nodes', { limit: maxNodes }, range, sources.limits);
}

function nodesFault({ nodes, depth, aliases }: Built, file: string): Diagnostic | null {
  const [first, ...rest] = aliases;
  if (first !== undefined && (aliases.length > maxAliases || nodes > maxNodes)) {
    const params = { aliases: aliases.length, limit: maxAliases };
    const related = rest.slice(0, 19).map(({ range }) => range);
    return found('error', 'workflow/too-many-aliases', params, first.range, sources.anchors, { related });
  }
  const start = { file, start: 0, end: 1 };
  if (nodes > maxNodes) return found('error', 'workflow/too-many-nodes', { limit: maxNodes }, start, sources.limits);
  return depth > maxLevels ? tooDeep(file) : null;
}

function tooDeep(file: string): Diagnostic {
  return found('error', 'workflow/too-deep', { limit: maxDepth }, { file, start: 0, end: 1 }, sources.limits);
}
