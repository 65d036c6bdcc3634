import type { SourceRange } from '../core/types.ts';
import {
  type Entry,
  entriesOf,
  entryOf,
  type Leaf,
  leafOf,
  leavesOf,
  type Mapping,
  type Tree,
  valueAt,
} from '../core/yaml/tree.ts';

/** A step as the runner takes it: an action, a script, or something else that this workshop does not model. */
export interface Step {
  readonly index: number;
  readonly node: Tree;
  readonly id: Leaf | undefined;
  readonly name: Leaf | undefined;
  readonly uses: Leaf | undefined;
  readonly run: Leaf | undefined;
  readonly inputs: readonly Entry[];
  readonly env: readonly Entry[];
  readonly if: Leaf | undefined;
  readonly continueOnError: Leaf | undefined;
  readonly shell: Leaf | undefined;
  readonly workingDirectory: Leaf | undefined;
  readonly range: SourceRange;
  /** The line that says what the step is: `uses`, `run`, or its first. */
  readonly head: SourceRange;
}

/** A job: steps on a machine of its own, or a call of another workflow. */
export interface Job {
  readonly id: string;
  readonly idRange: SourceRange;
  readonly node: Tree;
  readonly name: Leaf | undefined;
  readonly runsOn: Tree | undefined;
  readonly needs: readonly Leaf[];
  readonly if: Leaf | undefined;
  readonly permissions: Entry | undefined;
  readonly env: readonly Entry[];
  readonly outputs: readonly Entry[];
  readonly strategy: Tree | undefined;
  readonly matrix: Tree | undefined;
  readonly environment: Entry | undefined;
  readonly container: Entry | undefined;
  readonly shell: Leaf | undefined;
  readonly uses: Leaf | undefined;
  readonly timeout: Leaf | undefined;
  readonly steps: readonly Step[];
}

/** One event that may start the workflow, with its filters. */
export interface Trigger {
  readonly event: Leaf;
  readonly filters: Tree | undefined;
}

/** A workflow file, as far as it could be read. */
export interface WorkflowDocument {
  readonly file: string;
  readonly text: string;
  readonly root: Tree | null;
  /** True when the text is no sound YAML: then what was read of it is not to be judged. */
  readonly broken: boolean;
  readonly triggers: readonly Trigger[];
  readonly on: Entry | undefined;
  readonly permissions: Entry | undefined;
  readonly env: readonly Entry[];
  readonly shell: Leaf | undefined;
  readonly jobs: readonly Job[];
  /** The files of the submission that its jobs can call, itself among them, by name; the same map for each of them. */
  readonly callable: Callable;
}

/** Workflows that jobs can call, by the names of their files without a folder. */
export type Callable = ReadonlyMap<string, WorkflowDocument>;

const alone: Callable = new Map();

/** The workflow that a tree stands for. What has the wrong shape is left out; GitHub's reader has already spoken of it. */
export function documentOf(
  root: Tree | null,
  text: string,
  file: string,
  broken: boolean,
  callable = alone,
): WorkflowDocument {
  const top = root ?? undefined;
  return {
    file,
    text,
    root,
    broken,
    triggers: triggersOf(valueAt(top, 'on')),
    on: entryOf(top, 'on'),
    permissions: entryOf(top, 'permissions'),
    env: entriesOf(valueAt(top, 'env')),
    shell: shellOf(top),
    jobs: entriesOf(valueAt(top, 'jobs')).map(jobOf),
    callable,
  };
}

/** A workflow and those that its jobs call, directly or through others. */
export function documentsOf(document: WorkflowDocument): readonly WorkflowDocument[] {
  return [document, ...[...document.callable.values()].filter((called) => called !== document)];
}

function triggersOf(on: Tree | undefined): readonly Trigger[] {
  if (on?.kind === 'mapping') return on.entries.map(({ key, value }) => ({ event: key, filters: value }));
  return leavesOf(on).map((event) => ({ event, filters: undefined }));
}

function jobOf({ key, value }: Entry): Job {
  const scalar = (name: string) => leafOf(valueAt(value, name));
  const steps = valueAt(value, 'steps');
  const strategy = valueAt(value, 'strategy');
  return {
    id: key.text,
    idRange: key.range,
    node: value,
    name: scalar('name'),
    runsOn: valueAt(value, 'runs-on'),
    needs: leavesOf(valueAt(value, 'needs')),
    if: scalar('if'),
    permissions: entryOf(value, 'permissions'),
    env: entriesOf(valueAt(value, 'env')),
    outputs: entriesOf(valueAt(value, 'outputs')),
    strategy,
    matrix: valueAt(strategy, 'matrix'),
    environment: entryOf(value, 'environment'),
    container: entryOf(value, 'container'),
    shell: shellOf(value),
    uses: scalar('uses'),
    timeout: scalar('timeout-minutes'),
    steps: steps?.kind === 'list' ? steps.items.filter((item) => item.kind === 'mapping').map(stepOf) : [],
  };
}

function stepOf(node: Mapping, index: number): Step {
  const scalar = (name: string) => leafOf(valueAt(node, name));
  const head = entryOf(node, 'uses')?.range ?? entryOf(node, 'run')?.key.range ?? node.entries[0]?.range ?? node.range;
  return {
    index,
    node,
    id: scalar('id'),
    name: scalar('name'),
    uses: scalar('uses'),
    run: scalar('run'),
    inputs: entriesOf(valueAt(node, 'with')),
    env: entriesOf(valueAt(node, 'env')),
    if: scalar('if'),
    continueOnError: scalar('continue-on-error'),
    shell: scalar('shell'),
    workingDirectory: scalar('working-directory'),
    range: node.range,
    head,
  };
}

function shellOf(node: Tree | undefined): Leaf | undefined {
  return leafOf(valueAt(valueAt(valueAt(node, 'defaults'), 'run'), 'shell'));
}

/** The input of a step, by name; GitHub takes input names in any case. */
export function inputOf(step: Step, name: string): Entry | undefined {
  return step.inputs.find(({ key }) => key.text.toLowerCase() === name);
}

/** The steps of all jobs, in the file's order. */
export function stepsOf({ jobs }: WorkflowDocument): readonly Step[] {
  return jobs.flatMap(({ steps }) => steps);
}
