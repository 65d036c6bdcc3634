import type { Diagnostic } from '../core/types.ts';
import { entryOf, everyLeaf } from '../core/yaml/tree.ts';
import { readReference } from './actions/metadata.ts';
import { found, suggest } from './diagnostic.ts';
import type { WorkflowDocument } from './document.ts';
import { maxExpressionText } from './expression-pieces.ts';
import { sources } from './facts/sources.ts';

/** What GitHub refuses and its published reader lets through. */
export function missedByGithubReader(document: WorkflowDocument): readonly Diagnostic[] {
  return [...jobsWithoutSteps(document), ...malformedUses(document), ...bothFilters(document)];
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
    .map(({ id, idRange }) => found('error', 'workflow/job-without-steps', { job: id }, idRange, sources.syntax));
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
