import type { SourceRange } from '../core/types.ts';
import {
  childOf,
  type Entry,
  entriesOf,
  entryOf,
  type MapNode,
  type Node,
  type ScalarNode,
  scalarOf,
  scalarsOf,
} from './yaml/tree.ts';

/** A step as the runner takes it: an action, a script, or something else that this workshop does not model. */
export interface Step {
  readonly index: number;
  readonly id: ScalarNode | undefined;
  readonly name: ScalarNode | undefined;
  readonly uses: ScalarNode | undefined;
  readonly run: ScalarNode | undefined;
  readonly inputs: readonly Entry[];
  readonly env: readonly Entry[];
  readonly if: ScalarNode | undefined;
  readonly continueOnError: ScalarNode | undefined;
  readonly shell: ScalarNode | undefined;
  readonly workingDirectory: ScalarNode | undefined;
  readonly range: SourceRange;
  /** The line that says what the step is: `uses`, `run`, or its first. */
  readonly head: SourceRange;
}

export interface Job {
  readonly id: string;
  readonly idRange: SourceRange;
  readonly node: Node;
  readonly name: ScalarNode | undefined;
  readonly runsOn: Node | undefined;
  readonly needs: readonly ScalarNode[];
  readonly if: ScalarNode | undefined;
  readonly permissions: Entry | undefined;
  readonly env: readonly Entry[];
  readonly outputs: readonly Entry[];
  readonly strategy: Node | undefined;
  readonly matrix: Node | undefined;
  readonly environment: Entry | undefined;
  readonly container: Entry | undefined;
  readonly shell: ScalarNode | undefined;
  readonly uses: ScalarNode | undefined;
  readonly timeout: ScalarNode | undefined;
  readonly steps: readonly Step[];
}

/** One event that may start the workflow, with its filters. */
export interface Trigger {
  readonly event: ScalarNode;
  readonly filters: Node | undefined;
}

/** A workflow file, as far as it could be read. */
export interface WorkflowDocument {
  readonly file: string;
  readonly text: string;
  readonly root: Node | null;
  /** True when the text is no sound YAML: then what was read of it is not to be judged. */
  readonly broken: boolean;
  readonly triggers: readonly Trigger[];
  readonly on: Entry | undefined;
  readonly permissions: Entry | undefined;
  readonly env: readonly Entry[];
  readonly shell: ScalarNode | undefined;
  readonly jobs: readonly Job[];
}

/** The workflow that a tree stands for. What has the wrong shape is left out; GitHub's reader has already spoken of it. */
export function documentOf(root: Node | null, text: string, file: string, broken: boolean): WorkflowDocument {
  const top = root ?? undefined;
  return {
    file,
    text,
    root,
    broken,
    triggers: triggersOf(childOf(top, 'on')),
    on: entryOf(top, 'on'),
    permissions: entryOf(top, 'permissions'),
    env: entriesOf(childOf(top, 'env')),
    shell: shellOf(top),
    jobs: entriesOf(childOf(top, 'jobs')).map(jobOf),
  };
}

function triggersOf(on: Node | undefined): readonly Trigger[] {
  if (on?.kind === 'map') return on.entries.map(({ key, value }) => ({ event: key, filters: value }));
  return scalarsOf(on).map((event) => ({ event, filters: undefined }));
}

function jobOf({ key, value }: Entry): Job {
  const scalar = (name: string) => scalarOf(childOf(value, name));
  const steps = childOf(value, 'steps');
  const strategy = childOf(value, 'strategy');
  return {
    id: key.text,
    idRange: key.range,
    node: value,
    name: scalar('name'),
    runsOn: childOf(value, 'runs-on'),
    needs: scalarsOf(childOf(value, 'needs')),
    if: scalar('if'),
    permissions: entryOf(value, 'permissions'),
    env: entriesOf(childOf(value, 'env')),
    outputs: entriesOf(childOf(value, 'outputs')),
    strategy,
    matrix: childOf(strategy, 'matrix'),
    environment: entryOf(value, 'environment'),
    container: entryOf(value, 'container'),
    shell: shellOf(value),
    uses: scalar('uses'),
    timeout: scalar('timeout-minutes'),
    steps: steps?.kind === 'list' ? steps.items.filter((item) => item.kind === 'map').map(stepOf) : [],
  };
}

function stepOf(node: MapNode, index: number): Step {
  const scalar = (name: string) => scalarOf(childOf(node, name));
  const head = entryOf(node, 'uses')?.range ?? entryOf(node, 'run')?.key.range ?? node.entries[0]?.range ?? node.range;
  return {
    index,
    id: scalar('id'),
    name: scalar('name'),
    uses: scalar('uses'),
    run: scalar('run'),
    inputs: entriesOf(childOf(node, 'with')),
    env: entriesOf(childOf(node, 'env')),
    if: scalar('if'),
    continueOnError: scalar('continue-on-error'),
    shell: scalar('shell'),
    workingDirectory: scalar('working-directory'),
    range: node.range,
    head,
  };
}

function shellOf(node: Node | undefined): ScalarNode | undefined {
  return scalarOf(childOf(childOf(childOf(node, 'defaults'), 'run'), 'shell'));
}

/** The input of a step, by name; GitHub takes input names in any case. */
export function inputOf(step: Step, name: string): Entry | undefined {
  return step.inputs.find(({ key }) => key.text.toLowerCase() === name);
}

/** The steps of all jobs, in the file's order. */
export function stepsOf({ jobs }: WorkflowDocument): readonly Step[] {
  return jobs.flatMap(({ steps }) => steps);
}
