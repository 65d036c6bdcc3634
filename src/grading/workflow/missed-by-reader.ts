import type { Diagnostic, SourceRange } from '../core/types.ts';
import { entriesOf, entryOf, everyLeaf } from '../core/yaml/tree.ts';
import { readReference } from './actions/metadata.ts';
import { found, suggest } from './diagnostic.ts';
import { type Step, stepsOf, type WorkflowDocument } from './document.ts';
import { maxExpressionText } from './expression-pieces.ts';
import { sources } from './facts/sources.ts';

/** What GitHub refuses: what its published reader does, without what the reader gets wrong, and with what it misses. */
export function correctReader(refusals: readonly Diagnostic[], document: WorkflowDocument): readonly Diagnostic[] {
  const accepted = acceptedByGithub(document);
  const scripts = stepsOf(document).filter(isScriptWithInputs);
  const isRight = ({ message, range }: Diagnostic): boolean =>
    !accepted.some((place) => contains(place, range)) &&
    !(choosesBetweenForms.includes(message.code) && scripts.some((step) => contains(step.range, range)));
  return [...refusals.filter(isRight), ...missedByReader(document)];
}

/** What the reader says of a step that is half a script and half an action. */
const choosesBetweenForms = ['workflow/missing-key', 'workflow/unknown-key'];

function contains(outer: SourceRange, inner: SourceRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function missedByReader(document: WorkflowDocument): readonly Diagnostic[] {
  return [
    ...jobsWithoutSteps(document),
    ...malformedUses(document),
    ...bothFilters(document),
    ...inputsOfScripts(document),
    ...idsInOtherCase(document),
  ];
}

function jobsWithoutSteps({ jobs }: WorkflowDocument): readonly Diagnostic[] {
  return jobs
    .filter(
      ({ node, steps, uses }) =>
        node.kind === 'mapping' &&
        steps.length === 0 &&
        uses === undefined &&
        entryOf(node, 'steps')?.value.kind !== 'mapping',
    )
    .map(({ id, idRange, node }) => {
      const range = entryOf(node, 'steps')?.key.range ?? idRange;
      return found('error', 'workflow/job-without-steps', { job: id }, range, sources.syntax);
    });
}

/** A step names an action by owner, name and version, a folder of its own repository, or an image. */
function malformedUses({ jobs }: WorkflowDocument): readonly Diagnostic[] {
  return jobs
    .flatMap(({ steps }) => steps)
    .flatMap(({ uses }) => {
      if (uses === undefined || readReference(uses.text).kind !== 'malformed') return [];
      const asVersion = /^([\w.-]+\/[\w.-]+):(v?\d[\w.]*)$/.exec(uses.text);
      const fixes = suggest(asVersion === null ? null : `${asVersion[1]}@${asVersion[2]}`, uses.range);
      return [found('error', 'workflow/malformed-uses', { actual: uses.text }, uses.range, sources.syntax, { fixes })];
    });
}

function bothFilters({ triggers }: WorkflowDocument): readonly Diagnostic[] {
  return triggers.flatMap(({ filters }) =>
    ['branches', 'tags', 'paths'].flatMap((name) => {
      const [only, ignore] = [entryOf(filters, name), entryOf(filters, `${name}-ignore`)];
      if (only === undefined || ignore === undefined) return [];
      const params = { first: name, second: `${name}-ignore` };
      return [
        found('error', 'workflow/both-filters', params, ignore.key.range, sources.syntax, {
          related: [only.key.range],
        }),
      ];
    }),
  );
}

function inputsOfScripts(document: WorkflowDocument): readonly Diagnostic[] {
  return stepsOf(document)
    .filter(isScriptWithInputs)
    .map(({ node, head }) => {
      const range = entryOf(node, 'with')?.key.range ?? head;
      return found('error', 'workflow/inputs-of-script', {}, range, sources.syntax);
    });
}

/** Ids that differ in case alone; the same letters twice the reader finds by itself. */
function idsInOtherCase({ jobs }: WorkflowDocument): readonly Diagnostic[] {
  const ofSteps = jobs.map(({ steps }) => steps.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const ofJobs = jobs.map(({ id, idRange }) => ({ text: id, range: idRange }));
  return [ofJobs, ...ofSteps].flatMap(twiceInOtherCase);
}

function twiceInOtherCase(
  ids: readonly { readonly text: string; readonly range: SourceRange }[],
): readonly Diagnostic[] {
  const seen = new Map<string, { readonly text: string; readonly range: SourceRange }>();
  return ids.flatMap((id) => {
    const first = seen.get(id.text.toLowerCase());
    if (first === undefined) seen.set(id.text.toLowerCase(), id);
    if (first === undefined || first.text === id.text) return [];
    const related = [first.range];
    return [found('error', 'workflow/duplicate-id', { id: id.text }, id.range, sources.syntax, { related })];
  });
}

function isScriptWithInputs({ node, uses, run }: Step): boolean {
  return run !== undefined && uses === undefined && entryOf(node, 'with') !== undefined;
}

/** Anything at all may stand under `workflow_dispatch`, and its `inputs` may hold nothing. */
function acceptedByGithub(document: WorkflowDocument): readonly SourceRange[] {
  const dispatch = document.triggers.find(({ event }) => event.text === 'workflow_dispatch');
  return entriesOf(dispatch?.filters)
    .filter(({ key, value }) => key.text !== 'inputs' || (value.kind === 'leaf' && value.value === null))
    .map(({ range }) => range);
}

/** Texts with expressions that are longer than GitHub reads. They also take GitHub's reader beyond measure, so they are looked for first. */
export function longExpressions({ root }: WorkflowDocument): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { text, range } of everyLeaf(root ?? undefined)) {
    if (text.length <= maxExpressionText || !text.includes('${{')) continue;
    const head = { ...range, end: Math.min(range.end, range.start + 1) };
    diagnostics.push(found('error', 'workflow/script-too-long', { length: text.length }, head, sources.expressions));
  }
  return diagnostics;
}
