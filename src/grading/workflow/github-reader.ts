import { FeatureFlags } from '@actions/expressions/features';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { maxFindings } from '../core/limits.ts';
import { nearest } from '../core/nearest.ts';
import type { Diagnostic, SourceRange } from '../core/types.ts';
import { found, suggest } from './diagnostic.ts';
import { sources } from './facts/sources.ts';
import vocabulary from './facts/vocabulary.yaml';

interface Vocabulary {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly contexts: readonly string[];
  readonly functions: readonly string[];
}

const { keys, contexts, functions } = vocabulary as Vocabulary;

/** `case()` and background steps are generally available; every other flag is an editor's extra. */
const featureFlags = new FeatureFlags({ allowCaseFunction: true, allowBackgroundSteps: true });
const options = { errorPolicy: 1, fetchReusableWorkflowDepth: 0, maxReusableWorkflowDepth: 4, featureFlags };

interface Refusal {
  readonly said: string;
  readonly range: SourceRange;
}

/**
 * What GitHub's own reader refuses in a text that is sound YAML within the limits. Its words are kept, its places are turned into offsets.
 */
export function readAsGithub(text: string, file: string): readonly Diagnostic[] {
  return refusalsIn(text, file)
    .filter((refusal, index, all) => !isEcho(refusal, all.slice(0, index)))
    .map((refusal) => explain(refusal, text));
}

function refusalsIn(text: string, file: string): readonly Refusal[] {
  const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
  // The conversion awaits nothing as long as no called workflow is fetched, so its findings are there when it returns.
  if (value !== undefined) void convertWorkflowTemplate(context, value, undefined, options).catch(() => undefined);
  const offsetOf = offsetsIn(text);
  const errors = context.errors
    .getErrors()
    .filter(({ rawMessage }) => !aboutDefaults.test(rawMessage))
    .slice(0, maxFindings);
  return errors.filter(isAboutTheText).map(({ rawMessage, range }) => {
    const start = range === undefined ? 0 : offsetOf(range.start);
    const end = range === undefined ? Math.min(1, text.length) : Math.max(start, offsetOf(range.end));
    return { said: rawMessage, range: { file, start, end: start + text.slice(start, end).trimEnd().length } };
  });
}

/**
 * The reader holds the default of an input against its type, as an editor may. GitHub itself does so only where the workflow is called, and
 * then takes anything for a text.
 *
 * @source https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs (read 2026-11-24)
 */
const aboutDefaults = /while reading 'input default'/;

/** Where the reader trips over what it has refused already, it says so in the words of its own code. */
function isAboutTheText({ rawMessage }: { readonly rawMessage: string }, _: number, all: readonly unknown[]): boolean {
  return all.length === 1 || !/^(Unexpected type '|Expected one of uses, run, wait)/.test(rawMessage);
}

function offsetsIn(text: string): (position: { line: number; column: number }) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + Math.max(0, column - 1));
}

function isEcho({ said, range }: Refusal, earlier: readonly Refusal[]): boolean {
  return earlier.some(
    (other) => other.range.start === range.start && (other.said === said || /^Invalid format for/.test(said)),
  );
}

type Explain = (refusal: Refusal, captured: readonly string[], text: string) => Diagnostic;

/** The reader's sentences and what this workshop calls them, most special first. */
const explanations: readonly (readonly [RegExp, Explain])[] = [
  [/^Unexpected value '([\s\S]*)'$/, ({ range }, [value = ''], text) => unexpected(value, range, text)],
  [
    /^Required property is missing: (.*)$/,
    ({ range }, [key = ''], text) =>
      found('error', 'workflow/missing-key', { key }, nameOf(range, text), sources.syntax),
  ],
  [
    /^'(.*)' is already defined$/,
    ({ range }, [key = '']) => found('error', 'workflow/duplicate-key', { key }, range, sources.syntax),
  ],
  [
    /^A sequence was not expected/,
    ({ range }, _, text) => found('error', 'workflow/list-not-expected', {}, headOf(range, text), sources.syntax),
  ],
  [
    /^A mapping was not expected/,
    ({ range }, _, text) => found('error', 'workflow/mapping-not-expected', {}, headOf(range, text), sources.syntax),
  ],
  [
    /^There's not enough info to determine what you meant\. Add one of these properties: (.*)$/,
    ({ range }, [names = ''], text) =>
      found('error', 'workflow/incomplete', { keys: names }, headOf(range, text), sources.syntax),
  ],
  [
    /^Expected format \{org\}\/\{repo\}.*Actual '(.*)'/,
    ({ range }, [actual = '']) =>
      found('error', 'workflow/malformed-uses', { actual }, range, sources.syntax, {
        fixes: atForColon(actual, range),
      }),
  ],
  [
    /^The identifier '(.*)' may not be used more than once/,
    ({ range }, [id = '']) => found('error', 'workflow/duplicate-id', { id }, range, sources.syntax),
  ],
  [
    /^The identifier '(.*)' is invalid/,
    ({ range }, [id = '']) => found('error', 'workflow/invalid-id', { id }, range, sources.syntax),
  ],
  [
    /^Job '(.*)' depends on unknown job '(.*)'/,
    ({ range }, [job = '', need = ''], text) =>
      found('error', 'workflow/unknown-need', { job, need }, range, sources.syntax, {
        fixes: suggest(nearest(need, jobIdsIn(text)), range),
      }),
  ],
  [
    /which creates a cycle/,
    ({ range, said }) => found('error', 'workflow/circular-needs', { said }, range, sources.syntax),
  ],
  [
    /^The workflow must contain at least one job/,
    ({ range, said }, _, text) =>
      found('error', 'workflow/circular-needs', { said }, needsIn(text, range), sources.syntax),
  ],
  [/^Unrecognized named-value: '(.*?)'/, ({ range }, [name = ''], text) => unknownContext(name, range, text)],
  [/^Unrecognized function: '(.*?)'/, ({ range }, [name = ''], text) => unknownFunction(name, range, text)],
  [
    /Unexpected symbol|Unexpected end of expression|expression is not closed|Too (few|many) parameters|Exceeded max expression|Unexpected character|Unexpected/i,
    ({ range, said }, _, text) => {
      const quoted = /"/.test(text.slice(range.start, range.end));
      return found(
        'error',
        quoted ? 'workflow/expression-quotes' : 'workflow/expression-syntax',
        { said },
        range,
        sources.expressions,
      );
    },
  ],
];

function explain(refusal: Refusal, text: string): Diagnostic {
  for (const [pattern, make] of explanations) {
    const match = pattern.exec(refusal.said);
    if (match !== null) return make(refusal, match.slice(1), text);
  }
  return found('error', 'workflow/github-refuses', { said: refusal.said }, headOf(refusal.range, text), sources.reader);
}

function unexpected(value: string, range: SourceRange, text: string): Diagnostic {
  if (value === '') return found('error', 'workflow/empty-value', {}, range, sources.syntax);
  if (value.startsWith('-')) return found('error', 'workflow/no-space-after-dash', {}, range, sources.yaml);
  const isKey = /^["']?\s*:(\s|$)/.test(text.slice(range.end, range.end + 4));
  const known = isKey
    ? [...(keys['structure'] ?? []), ...(keys['events'] ?? []), ...(keys['scopes'] ?? [])]
    : Object.values(keys).flat();
  return found(
    'error',
    isKey ? 'workflow/unknown-key' : 'workflow/unexpected-value',
    { value: value.slice(0, 80) },
    range,
    sources.syntax,
    {
      fixes: suggest(nearest(value.replaceAll('_', '-'), known) ?? nearest(value, known), range),
    },
  );
}

function unknownContext(name: string, range: SourceRange, text: string): Diagnostic {
  const place = placeOf(name, range, text);
  const known = contexts.find((context) => context.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return found('error', 'workflow/context-not-here', { name }, place, sources.contexts);
  const fixes = suggest(nearest(name, contexts), place);
  return found('error', 'workflow/unknown-context', { name }, place, sources.contexts, { fixes });
}

function unknownFunction(name: string, range: SourceRange, text: string): Diagnostic {
  const place = placeOf(name, range, text);
  const fixes = suggest(nearest(name, functions), place);
  return found('error', 'workflow/unknown-function', { name }, place, sources.expressions, { fixes });
}

/** The first place of a name as a word of its own inside a range; the range itself when it is not found. */
function placeOf(name: string, range: SourceRange, text: string): SourceRange {
  const slice = text.slice(range.start, range.end);
  const escaped = name.replace(/[^\w]/g, '\\$&');
  const at = new RegExp(`(?<![\\w.-])${escaped}(?![\\w-])`).exec(slice)?.index ?? -1;
  return at < 0 ? range : { ...range, start: range.start + at, end: range.start + at + name.length };
}

/** The first line of a block: a missing key has no place of its own, and a whole block underlined says little. */
function headOf(range: SourceRange, text: string): SourceRange {
  const lineEnd = text.indexOf('\n', range.start);
  return lineEnd === -1 || lineEnd >= range.end
    ? range
    : { ...range, end: range.start + text.slice(range.start, lineEnd).trimEnd().length };
}

/** The key that a block belongs to, where it stands on the line above; else the block's first line. */
function nameOf(range: SourceRange, text: string): SourceRange {
  const before = /([^\n]*\S):[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*$/.exec(
    text.slice(Math.max(0, range.start - 400), range.start),
  );
  const name = before?.[1];
  if (before === null || name === undefined) return headOf(range, text);
  const start = Math.max(0, range.start - 400) + before.index + (name.length - name.trimStart().length);
  return { ...range, start, end: start + name.trimStart().length };
}

/** The first `needs` of the file. */
function needsIn(text: string, range: SourceRange): SourceRange {
  const match = /^\s+(needs:.*)$/m.exec(text);
  const written = match?.[1]?.trimEnd();
  if (match === null || written === undefined) return headOf(range, text);
  const start = match.index + match[0].indexOf(written);
  return { ...range, start, end: start + written.length };
}

function atForColon(actual: string, range: SourceRange): ReturnType<typeof suggest> {
  return /^[\w.-]+\/[\w./-]+:v?\d[\w.]*$/.test(actual) ? suggest(actual.replace(/:(?=[^:]*$)/, '@'), range) : [];
}

function jobIdsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/^ {1,8}([A-Za-z_][\w-]*):\s*$/gm), (match) => match[1] ?? '');
}
