import type { SourceRange } from '../../core/types.ts';
import { entryOf, leavesOf } from '../../core/yaml/tree.ts';
import type { WorkflowDocument } from '../document.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { passes } from './globs.ts';

/** Whether the event starts a run, and what decides it. */
export interface Start {
  readonly starts: boolean;
  readonly reason: 'started' | 'event-not-named' | 'branch-filtered' | 'tags-only' | 'paths-filtered';
  readonly decidedBy: readonly SourceRange[];
  /** A filter of paths lets some pushes through; the run goes on with one that it does. */
  readonly assumesPaths: SourceRange | null;
}

/** Holds the event against `on`. Tags of an event are its ref's name, as are branches. */
export function startOf(document: WorkflowDocument, event: WorkflowEvent): Start {
  const trigger = document.triggers.find(({ event: name }) => name.text.toLowerCase() === event.name);
  if (trigger === undefined) {
    return {
      starts: false,
      reason: 'event-not-named',
      decidedBy: document.on === undefined ? [] : [document.on.range],
      assumesPaths: null,
    };
  }
  const filters = trigger.filters;
  const isTag = event.ref.startsWith('refs/tags/');
  const [wanted, other] = isTag ? (['tags', 'branches'] as const) : (['branches', 'tags'] as const);
  const name = event.ref.replace(/^refs\/(heads|tags)\//, '');
  const only = entryOf(filters, wanted);
  const ignore = entryOf(filters, `${wanted}-ignore`);
  const foreign = entryOf(filters, other) ?? entryOf(filters, `${other}-ignore`);
  const paths = entryOf(filters, 'paths') ?? entryOf(filters, 'paths-ignore');
  const no = (reason: Start['reason'], range: SourceRange): Start => ({
    starts: false,
    reason,
    decidedBy: [range],
    assumesPaths: null,
  });
  if (only !== undefined && !passes(name, patternsOf(only.value))) return no('branch-filtered', only.range);
  if (ignore !== undefined && passes(name, patternsOf(ignore.value))) return no('branch-filtered', ignore.range);
  if (only === undefined && ignore === undefined && foreign !== undefined) return no('tags-only', foreign.range);
  if (paths !== undefined && letsNoPathThrough(paths.key.text, patternsOf(paths.value)))
    return no('paths-filtered', paths.range);
  return { starts: true, reason: 'started', decidedBy: [trigger.event.range], assumesPaths: paths?.range ?? null };
}

function patternsOf(node: Parameters<typeof leavesOf>[0]): readonly string[] {
  return leavesOf(node).map(({ text }) => text);
}

function letsNoPathThrough(key: string, patterns: readonly string[]): boolean {
  return key === 'paths' ? patterns.every((pattern) => pattern.startsWith('!')) : patterns.includes('**');
}
