import type { SourceRange } from '../core/types.ts';
import type { Job, Step, WorkflowDocument } from './document.ts';
import { conditionIn, pathsIn, piecesOf } from './expression.ts';
import { childOf, type Entry, type Node, type ScalarNode, walkScalars } from './yaml/tree.ts';

/** Where an expression stands; what it may read hangs on it. */
export interface Reading {
  /** Names as written, from the context on: `steps`, `login`, `outputs`, `registry`. `*` for a computed one. */
  readonly path: readonly string[];
  /** The expression with its braces; the whole condition for an `if` without them. */
  readonly range: SourceRange;
  readonly job: Job | null;
  /** Null for what belongs to the job or the workflow. */
  readonly step: Step | null;
  readonly place: 'script' | 'input' | 'condition' | 'env' | 'output' | 'other';
  /** The input or variable that the value belongs to; empty elsewhere. */
  readonly key: string;
}

/** Everything that the expressions of a workflow read, in the file's order. */
export function readingsIn(document: WorkflowDocument): readonly Reading[] {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const readings = [
    ...fromEntries(document.env, document, null, null, 'env'),
    ...document.jobs.flatMap((job) => fromJob(job, document)),
  ];
  cache.set(document, readings);
  return readings;
}

const cache = new WeakMap<WorkflowDocument, readonly Reading[]>();

function fromJob(job: Job, document: WorkflowDocument): readonly Reading[] {
  const others = ['runs-on', 'name', 'strategy', 'environment', 'container', 'concurrency', 'with', 'secrets'];
  return [
    ...fromCondition(job.if, document, job, null),
    ...fromEntries(job.env, document, job, null, 'env'),
    ...fromEntries(job.outputs, document, job, null, 'output'),
    ...others.flatMap((key) => fromTree(childOf(job.node, key), document, job, null, 'other', '')),
    ...job.steps.flatMap((step) => [
      ...fromCondition(step.if, document, job, step),
      ...fromEntries(step.env, document, job, step, 'env'),
      ...fromEntries(step.inputs, document, job, step, 'input'),
      ...fromTree(step.run, document, job, step, 'script', ''),
      ...fromTree(step.name, document, job, step, 'other', ''),
      ...fromTree(step.continueOnError, document, job, step, 'other', ''),
      ...fromTree(step.workingDirectory, document, job, step, 'other', ''),
    ]),
  ];
}

function fromEntries(
  entries: readonly Entry[],
  document: WorkflowDocument,
  job: Job | null,
  step: Step | null,
  place: Reading['place'],
): readonly Reading[] {
  return entries.flatMap(({ key, value }) => fromTree(value, document, job, step, place, key.text));
}

function fromTree(
  node: Node | undefined,
  document: WorkflowDocument,
  job: Job | null,
  step: Step | null,
  place: Reading['place'],
  key: string,
): readonly Reading[] {
  return Array.from(walkScalars(node)).flatMap(([scalar]) =>
    piecesOf(scalar, document.text).flatMap(({ expression, range }) =>
      expression === null ? [] : pathsIn(expression).map((path) => ({ path, range, job, step, place, key })),
    ),
  );
}

function fromCondition(
  scalar: ScalarNode | undefined,
  document: WorkflowDocument,
  job: Job,
  step: Step | null,
): readonly Reading[] {
  if (scalar === undefined) return [];
  const expression = conditionIn(scalar, document.text);
  if (expression === null) return fromTree(scalar, document, job, step, 'condition', '');
  return pathsIn(expression).map((path) => ({ path, range: scalar.range, job, step, place: 'condition', key: '' }));
}

/** The name of a path inside its expression, for a fix; null where it does not stand there once. */
export function placeOfName(name: string, range: SourceRange, { text }: WorkflowDocument): SourceRange | null {
  const written = text.slice(range.start, range.end);
  const first = written.indexOf(name);
  if (first === -1 || written.indexOf(name, first + 1) !== -1) return null;
  return { ...range, start: range.start + first, end: range.start + first + name.length };
}
