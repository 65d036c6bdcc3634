import { nearest } from '../../core/nearest.ts';
import type { Fix, SourceRange } from '../../core/types.ts';
import { type Entry, everyLeaf, type Leaf, type Tree, valueAt } from '../../core/yaml/tree.ts';
import { declaredIn } from '../calls/called.ts';
import { suggest } from '../diagnostic.ts';
import type { Job, Step, WorkflowDocument } from '../document.ts';
import { pathsIn } from '../expression-paths.ts';
import { conditionIn, piecesOf } from '../expression-pieces.ts';

/** Something that an expression reads, and where the expression stands; what it may read hangs on that. */
export interface Reading {
  /** The context in lower case: `steps`. */
  readonly context: string;
  /** Names as written, from the context on: `steps`, `login`, `outputs`, `registry`. `*` for a computed one. */
  readonly path: readonly string[];
  /** The expression with its braces; the whole condition for an `if` without them. */
  readonly range: SourceRange;
  /** Null for what belongs to the workflow. */
  readonly job: Job | null;
  /** Null for what belongs to a job or the workflow. */
  readonly step: Step | null;
  readonly place: 'script' | 'input' | 'condition' | 'env' | 'output' | 'other';
  /** The input or variable that the value belongs to; empty elsewhere. */
  readonly key: string;
}

type Owner = Omit<Reading, 'context' | 'path' | 'range'>;

const known = new WeakMap<WorkflowDocument, readonly Reading[]>();

/** Everything that the expressions of a workflow read, in the file's order. */
export function readingsIn(document: WorkflowDocument): readonly Reading[] {
  const readings = known.get(document) ?? read(document);
  known.set(document, readings);
  return readings;
}

function read(document: WorkflowDocument): readonly Reading[] {
  const inEntries = (entries: readonly Entry[], owner: Omit<Owner, 'key'>) =>
    entries.flatMap(({ key, value }) => inTree(value, { ...owner, key: key.text }));
  const inTree = (node: Tree | undefined, owner: Owner) =>
    Array.from(everyLeaf(node)).flatMap((leaf) => inLeaf(leaf, owner));
  const inJob = (job: Job) => {
    const owner = { job, step: null, key: '' };
    return [
      ...inCondition(job.if, { ...owner, place: 'condition' }),
      ...inEntries(job.env, { ...owner, place: 'env' }),
      ...inEntries(job.outputs, { ...owner, place: 'output' }),
      ...otherKeysOfJob.flatMap((key) => inTree(valueAt(job.node, key), { ...owner, place: 'other' })),
      ...job.steps.flatMap((step) => inStep(job, step)),
    ];
  };
  const inStep = (job: Job, step: Step) => {
    const owner = { job, step, key: '' };
    return [
      ...inCondition(step.if, { ...owner, place: 'condition' }),
      ...inEntries(step.env, { ...owner, place: 'env' }),
      ...inEntries(step.inputs, { ...owner, place: 'input' }),
      ...inTree(step.run, { ...owner, place: 'script' }),
      ...[step.name, step.continueOnError, step.workingDirectory].flatMap((node) =>
        inTree(node, { ...owner, place: 'other' }),
      ),
    ];
  };
  const owner = { job: null, step: null };
  return [
    ...declaredIn(document, 'outputs').flatMap(({ value }) => inTree(value, { ...owner, place: 'output', key: '' })),
    ...inEntries(document.env, { ...owner, place: 'env' }),
    ...document.jobs.flatMap(inJob),
  ];
}

const otherKeysOfJob = ['runs-on', 'name', 'strategy', 'environment', 'container', 'concurrency', 'with', 'secrets'];

function inLeaf(leaf: Leaf, owner: Owner): readonly Reading[] {
  return piecesOf(leaf).flatMap(({ expression, range }) =>
    expression === null ? [] : inExpression(expression, range, owner),
  );
}

function inCondition(condition: Leaf | undefined, owner: Owner): readonly Reading[] {
  if (condition === undefined) return [];
  const expression = conditionIn(condition);
  return expression === null ? inLeaf(condition, owner) : inExpression(expression, condition.range, owner);
}

function inExpression(expression: string, range: SourceRange, owner: Owner): readonly Reading[] {
  return pathsIn(expression).map((path) => ({ context: path[0]?.toLowerCase() ?? '', path, range, ...owner }));
}

/** Readings of one context that name something in it: `steps.login`, but neither `steps` alone nor `steps[matrix.id]`. */
export function readingsOf(document: WorkflowDocument, context: string): readonly Reading[] {
  return readingsIn(document).filter(
    ({ context: read, path }) => read === context && path[1] !== undefined && path[1] !== '*',
  );
}

/** Whether a name is among others; GitHub compares most names without regard to case. */
export function includesName(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}

/** Where a name stands that is none of those known, and the one that is meant where that is clear. */
export function misspelt(
  name: string,
  { range }: Reading,
  document: WorkflowDocument,
  names: readonly string[],
): { readonly range: SourceRange; readonly fixes: readonly Fix[] } {
  const place = placeOfName(name, range, document);
  return place === null ? { range, fixes: [] } : { range: place, fixes: suggest(nearest(name, names), place) };
}

/** The name of a path inside its expression; null where it does not stand there once. */
export function placeOfName(name: string, range: SourceRange, { text }: WorkflowDocument): SourceRange | null {
  const written = text.slice(range.start, range.end);
  const first = written.indexOf(name);
  if (first === -1 || written.indexOf(name, first + 1) !== -1) return null;
  return { ...range, start: range.start + first, end: range.start + first + name.length };
}
