import type { SourceRange } from '../../core/types.ts';
import { leafOf, valueAt } from '../../core/yaml/tree.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import type { Value } from '../expression-values.ts';
import { isFromFork, type WorkflowScenario } from '../scenario.ts';
import { unknown } from '../unknown.ts';
import { dispatchInputs } from './dispatch-inputs.ts';
import { restricted, type Scopes } from './permissions.ts';
import type { JobRecord } from './state.ts';

export type Inputs = Readonly<Record<string, Value>>;

/** What the jobs of one workflow get from outside: of the event where it starts them, of a calling job where that does. */
export interface Frame {
  /** The workflow that the event started; its name stands in `github.workflow` of those that are called, too. */
  readonly started: WorkflowDocument;
  readonly inputs: Inputs;
  /** What was filled in to start the run by hand; undefined for every other event. */
  readonly sent: Inputs | undefined;
  /** A secret by its name; null for one that the workflow does not get. */
  readonly secret: (name: string) => Value;
  /** What the token may do where no block of permissions says so. */
  readonly handedOn: Scopes;
  /** Where that is granted, or could be; null where no job calls. */
  readonly handedOnAt: SourceRange | null;
  /** Calls above this workflow. */
  readonly level: number;
  /** The calling job in the run's list; empty for the workflow that the event started. */
  readonly title: string;
  /** Jobs that have ended before the calling job began: their artifacts can be downloaded. */
  readonly before: readonly JobRecord[];
  /** True when it is not known whether the calling job runs at all. */
  readonly isDoubtful: boolean;
}

/** What the workflow gets that an event starts. Strangers are shown no secrets. */
export function frameOfEvent(started: WorkflowDocument, { event }: WorkflowScenario): Frame {
  const sent = event.name === 'workflow_dispatch' ? dispatchInputs(started) : undefined;
  return {
    started,
    inputs: sent ?? {},
    sent,
    secret: (name) => (isFromFork(event) && name !== 'GITHUB_TOKEN' ? null : unknown('secret', name)),
    handedOn: restricted,
    handedOnAt: null,
    level: 0,
    title: '',
    before: [],
    isDoubtful: false,
  };
}

/**
 * The secrets that a job sees. One with an environment sees those of the environment too, which no caller can hand over; whether there are
 * any is not known.
 *
 * @source https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#passing-inputs-and-secrets-to-a-reusable-workflow (read 2026-11-24)
 */
export function frameFor({ environment }: Job, frame: Frame): Frame {
  if (environment === undefined || frame.title === '') return frame;
  return { ...frame, secret: (name) => frame.secret(name) ?? unknown('secret', name) };
}

/** The name of a workflow: its own, else its path. */
export function nameOf(document: WorkflowDocument): string {
  return leafOf(valueAt(document.root ?? undefined, 'name'))?.text ?? pathOf(document);
}

/** Where the file of a workflow lies in its repository. */
export function pathOf({ file }: WorkflowDocument): string {
  return `.github/workflows/${file.slice(file.lastIndexOf('/') + 1)}`;
}
