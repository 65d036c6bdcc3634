import type { Diagnostic, Files, Parsed, SourceRange } from '../core/types.ts';
import { type Tree, textOf, valueAt } from '../core/yaml/tree.ts';
import { found, quoted } from './diagnostic.ts';
import { type Format, joinRouting, type NetworkDocument } from './document.ts';
import { sources } from './facts/sources.ts';
import { isDescribed, readDescribedEndpoints, readDescribedGroups, readDescribedRouting } from './read/described.ts';
import { faultFound, lineAt } from './read/faults.ts';
import { readLongEndpoints, readLongGroups, shortEndpoint } from './read/long-form.ts';
import { readMarkdown } from './read/markdown.ts';
import { mergeByName } from './read/merge-groups.ts';
import { readPlainList } from './read/plain-list.ts';
import { splitText } from './read/segments.ts';
import { checkLongForm, checkTemplate } from './read/shape.ts';
import { sizeFault } from './read/size.ts';
import { isTemplate, readTemplate, type TemplateParts } from './read/template.ts';
import { isTerraform, readTerraform } from './read/terraform.ts';
import { readTrees } from './read/yaml.ts';

const usualName = 'endpoints.yaml';

/** What a plain list of services has none of. */
const nothing = {
  groups: [],
  routing: joinRouting([]),
  prefixLists: [],
  trees: [],
  unresolved: new Set<string>(),
} as const;

/**
 * Reads whatever form the learner chose into one document; several files, as several commands or a configuration have them, add up.
 * Refused: what is no YAML, or says one thing twice.
 */
export function parseNetwork(files: Files): Parsed<NetworkDocument> {
  const entries = Object.entries(files);
  if (entries.length === 0)
    return refused([found('error', 'core/missing-file', { file: usualName }, startOf(usualName), sources.yaml)]);
  const configuration = entries.filter(([file, text]) => isTerraform(text) && sizeFault(text, file) === null);
  const parsed = [
    ...(configuration.length === 0 ? [] : [terraformDocument(Object.fromEntries(configuration))]),
    ...entries.filter((entry) => !configuration.includes(entry)).map(([file, text]) => parseFile(text, file)),
  ];
  return parsed.reduce(addUp);
}

/** Two files as one; the format is that of the first. */
function addUp(first: Parsed<NetworkDocument>, second: Parsed<NetworkDocument>): Parsed<NetworkDocument> {
  const [one, other] = [first.document, second.document];
  const document =
    one === null || other === null
      ? (one ?? other)
      : {
          ...one,
          endpoints: [...one.endpoints, ...other.endpoints],
          groups: mergeByName([...one.groups, ...other.groups]),
          routing: joinRouting([one.routing, other.routing]),
          prefixLists: [...one.prefixLists, ...other.prefixLists],
          trees: [...one.trees, ...other.trees],
          unresolved: new Set([...one.unresolved, ...other.unresolved]),
        };
  const diagnostics = [...first.diagnostics, ...second.diagnostics];
  return { document, refused: first.refused || second.refused, diagnostics };
}

function parseFile(text: string, file: string): Parsed<NetworkDocument> {
  const tooLarge = sizeFault(text, file);
  if (tooLarge !== null) return refused([tooLarge]);
  const plain = readPlainList(text, file);
  if (plain !== null) return documentOf(file, text, [plain], []);
  const services = readMarkdown(text, file);
  if (services !== null) {
    const endpoints = services.map(shortEndpoint);
    return {
      document: { file, format: 'list', endpoints, ...nothing },
      refused: false,
      diagnostics: [],
    };
  }
  const read = splitText(text).map((segment) => readTrees(segment.text, file, segment.offset));
  const trees = read.flatMap((part) => part.trees);
  const faults = read.flatMap((part) => part.faults).map((fault) => faultFound(fault, text));
  if (faults.some(({ message }) => message.code !== 'network/duplicate-key')) {
    return refused(faults);
  }
  if (trees.length === 0) return refused([found('error', 'core/empty-file', { file }, startOf(file), sources.yaml)]);
  return documentOf(file, text, trees, faults);
}

/** A configuration that Terraform cannot read is refused. */
function terraformDocument(files: Files): Parsed<NetworkDocument> {
  const { faults, ...parts } = readTerraform(files);
  const [file = usualName] = Object.keys(files);
  if (faults.length === 0) {
    return { document: { file, format: 'terraform', ...nothing, ...parts }, refused: false, diagnostics: [] };
  }
  return refused(
    faults.map(({ expected, range }) => found('error', 'network/not-terraform', { expected }, range, sources.hcl)),
  );
}

function refused(diagnostics: readonly Diagnostic[]): Parsed<NetworkDocument> {
  return { document: null, refused: true, diagnostics };
}

function startOf(file: string): SourceRange {
  return { file, start: 0, end: 0 };
}

function documentOf(
  file: string,
  text: string,
  trees: readonly Tree[],
  faults: readonly Diagnostic[],
): Parsed<NetworkDocument> {
  const templates = trees.filter(isTemplate);
  const described = trees.filter((tree) => !isTemplate(tree) && isDescribed(tree));
  const own = trees.filter((tree) => !isTemplate(tree) && !isDescribed(tree));
  const readable = own.filter(({ kind }) => kind !== 'leaf');
  const parts = templates.map(readTemplate);
  const document: NetworkDocument = {
    file,
    format: formatOf(templates, described, own),
    ...joinParts(parts, described, readable),
    trees,
    unresolved: new Set(parts.flatMap(({ unresolved }) => unresolved.map(({ name }) => name))),
  };
  const elsewhere = trees.some(
    (tree) => tree.kind === 'list' || valueAt(tree, 'endpoints') !== undefined || isDescribed(tree),
  );
  const excesses = parts.flatMap(({ exceededAt }) => exceededAt ?? []);
  const diagnostics = [
    ...faults,
    ...parts.flatMap(({ unresolved }) => unresolved.map(unresolvedFound)),
    ...excesses.map((range) => found('error', 'network/functions-without-bound', {}, range, sources.templateFunctions)),
    ...templates.flatMap(checkTemplate),
    ...readable.flatMap((tree) => checkLongForm(tree, elsewhere)),
    ...described.flatMap(strayTexts),
    ...own
      .filter(({ kind }) => kind === 'leaf')
      .map(({ range }) => found('error', 'network/no-list', {}, lineAt(range, text), sources.createEndpoint)),
  ];
  return { document, refused: faults.length + excesses.length > 0 || own.length > readable.length, diagnostics };
}

/** Texts among the records of an output: no command prints them there, and no reader takes them. */
function strayTexts(output: Tree): readonly Diagnostic[] {
  const texts = output.kind === 'list' ? output.items.filter((item) => item.kind === 'leaf') : [];
  return texts.map((text) =>
    found(
      'error',
      'network/needs-keys',
      { written: quoted(textOf(text) ?? 'null') },
      text.range,
      sources.createEndpoint,
    ),
  );
}

/** What a file creates in all the formats that it is written in. */
function joinParts(templates: readonly TemplateParts[], described: readonly Tree[], own: readonly Tree[]) {
  return {
    endpoints: [
      ...templates.flatMap(({ endpoints }) => endpoints),
      ...described.flatMap(readDescribedEndpoints),
      ...own.flatMap(readLongEndpoints),
    ],
    groups: [
      ...templates.flatMap(({ groups }) => groups),
      ...described.flatMap(readDescribedGroups),
      ...own.flatMap(readLongGroups),
    ],
    routing: joinRouting([...templates.map(({ routing }) => routing), ...described.map(readDescribedRouting)]),
    prefixLists: templates.flatMap(({ prefixLists }) => prefixLists),
  };
}

function formatOf(templates: readonly Tree[], described: readonly Tree[], own: readonly Tree[]): Format {
  if (templates.length > 0) return 'template';
  if (described.length > 0) return 'described';
  return own.every((tree) => tree.kind === 'list' && tree.items.every(({ kind }) => kind === 'leaf')) ? 'list' : 'long';
}

function unresolvedFound({ name, range }: { name: string; range: SourceRange }): Diagnostic {
  return found('error', 'network/unresolved-reference', { name: quoted(name) }, range, sources.templateFunctions);
}
