import type { SourceRange } from '../../core/types.ts';
import { entryOf, leavesOf, type Tree } from '../../core/yaml/tree.ts';
import type { WorkflowDocument } from '../document.ts';
import { shortRef, type WorkflowEvent } from '../scenario.ts';
import { passes } from './globs.ts';

/** Whether the event starts a run, and what decides it. */
export interface Start {
  readonly starts: boolean;
  readonly reason:
    | 'started'
    | 'event-not-named'
    | 'activity-filtered'
    | 'branch-filtered'
    | 'tags-only'
    | 'paths-filtered';
  readonly decidedBy: readonly SourceRange[];
  /** A filter of paths lets some pushes through; the run goes on with one that it does. */
  readonly assumesPaths: SourceRange | null;
}

/** Holds the event against `on`: its name, its kind, its branch or tag, and whether any path can pass. */
export function startOf(document: WorkflowDocument, event: WorkflowEvent): Start {
  const trigger = document.triggers.find(({ event: name }) => name.text.toLowerCase() === event.name);
  if (trigger === undefined) return no('event-not-named', document.on?.range);
  const { filters } = trigger;
  const types = typesOf(filters, event);
  if (types !== null) return no('activity-filtered', types);
  const hasRefFilters = event.name === 'push' || event.pull !== undefined;
  if (!hasRefFilters) return started(trigger.event.range, null);
  const refused = refusedByRef(filters, event);
  if (refused !== null) return refused;
  const paths = entryOf(filters, 'paths') ?? entryOf(filters, 'paths-ignore');
  if (paths !== undefined && letsNoPathThrough(paths.key.text, patternsOf(paths.value)))
    return no('paths-filtered', paths.range);
  return started(trigger.event.range, paths?.range ?? null);
}

function started(range: SourceRange, assumesPaths: SourceRange | null): Start {
  return { starts: true, reason: 'started', decidedBy: [range], assumesPaths };
}

function no(reason: Start['reason'], range: SourceRange | undefined): Start {
  return { starts: false, reason, decidedBy: range === undefined ? [] : [range], assumesPaths: null };
}

/** What a pull request has to be for a run that names no types. */
const usualPulls = ['opened', 'synchronize', 'reopened'];

/** The place that leaves out this kind of an event; null where it is asked for. */
function typesOf(filters: Tree | undefined, { name, activity, pull }: WorkflowEvent): SourceRange | null {
  const types = entryOf(filters, 'types');
  if (types === undefined || activity === undefined) return null;
  const wanted = patternsOf(types.value);
  if (wanted.length === 0 && pull !== undefined) return usualPulls.includes(activity) ? null : types.range;
  return wanted.includes(activity) || name === 'push' ? null : types.range;
}

/** A pull request is held against the branch that it asks to change. */
function refusedByRef(filters: Tree | undefined, event: WorkflowEvent): Start | null {
  const isTag = event.ref.startsWith('refs/tags/');
  const [wanted, other] = isTag ? (['tags', 'branches'] as const) : (['branches', 'tags'] as const);
  const name = event.pull?.base ?? shortRef(event.ref);
  const only = entryOf(filters, wanted);
  const ignore = entryOf(filters, `${wanted}-ignore`);
  const foreign = entryOf(filters, other) ?? entryOf(filters, `${other}-ignore`);
  if (only !== undefined && !passes(name, patternsOf(only.value))) return no('branch-filtered', only.range);
  if (ignore !== undefined && passes(name, patternsOf(ignore.value))) return no('branch-filtered', ignore.range);
  const asksForOthers = only === undefined && ignore === undefined && foreign !== undefined;
  return asksForOthers && event.pull === undefined ? no(isTag ? 'branch-filtered' : 'tags-only', foreign.range) : null;
}

function patternsOf(node: Parameters<typeof leavesOf>[0]): readonly string[] {
  return leavesOf(node).map(({ text }) => text);
}

function letsNoPathThrough(key: string, patterns: readonly string[]): boolean {
  return key === 'paths' ? patterns.every((pattern) => pattern.startsWith('!')) : patterns.includes('**');
}
