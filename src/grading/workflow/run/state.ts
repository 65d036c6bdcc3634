import type { Code } from '../../../messages/index.ts';
import type { Diagnostic, Outcome, SourceRange } from '../../core/types.ts';
import type { Job, Step, WorkflowDocument } from '../document.ts';
import type { Value } from '../expression-values.ts';
import type { Authority, RegistryUse, RoleAssumption, WorkflowScenario } from '../scenario.ts';
import type { Scopes } from './permissions.ts';
import type { Runner } from './runner.ts';

/** A value of the environment, and where the learner wrote it; null when an action or a script set it. */
export interface Binding {
  readonly value: string;
  readonly range: SourceRange | null;
}

export interface Builder {
  readonly name: string;
  readonly driver: string;
}

export interface StepRecord {
  readonly outputs: Value;
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly conclusion: 'success' | 'failure' | 'skipped';
  readonly range: SourceRange;
}

/** An image somewhere: in the local store of a job, or behind a reference of a registry. */
export interface Image {
  readonly platforms: readonly string[];
  /** A plain manifest: no index around it that names the platform. */
  readonly bare: boolean;
  /** False when the build or the push was refused: later steps build on it all the same, but no client can pull it. */
  readonly isThere: boolean;
  readonly range: SourceRange;
}

/** The machine of one job, as its steps leave it. Nothing of it crosses to another job but outputs. */
export interface Machine {
  readonly runner: Runner;
  readonly scopes: Scopes;
  /** The block of permissions that counts; where there is none, the job that could have it. */
  readonly scopesAt: SourceRange;
  /** Variables for later steps, from `GITHUB_ENV` and from actions that export. */
  readonly exported: ReadonlyMap<string, Binding>;
  /** Null: nobody is logged in to AWS. */
  readonly credentials: { readonly account: string; readonly kind: 'oidc' | 'keys' } | null;
  readonly logins: ReadonlySet<string>;
  readonly builders: readonly Builder[];
  readonly builder: Builder;
  readonly emulates: boolean;
  readonly hasFiles: boolean;
  readonly hasDownloads: boolean;
  readonly hasUploads: boolean;
  /** Names of the artifacts that it has uploaded. */
  readonly uploads: readonly string[];
  readonly localImages: ReadonlyMap<string, Image>;
  readonly steps: ReadonlyMap<string, StepRecord>;
  readonly masks: readonly string[];
}

/** A push that a registry took. */
export interface Push {
  /** `host/repository:tag` or `host/repository@digest`. */
  readonly reference: string;
  readonly image: Image;
}

/** An operation on the outside, which a goal may name. */
export interface Attempt {
  readonly operation: string;
  readonly call: string;
  readonly outcome: Outcome;
  readonly failure: Failure | null;
  readonly decidedBy: readonly SourceRange[];
}

/** Why a step or an operation does not do what it should: a key of `failures.yaml` with its parameters. */
export interface Failure {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the real system prints, when it differs from the wording on record. */
  readonly said?: string;
  readonly ranges: readonly SourceRange[];
  /** False for a failure inside a command whose exit status nobody looks at. */
  readonly stops: boolean;
}

/** What a step did. A failed step still says what it would have left behind, so that later steps are judged on their own. */
export interface StepResult {
  readonly outcome: 'success' | 'failure' | 'unknown';
  readonly log: readonly string[];
  readonly failures: readonly Failure[];
  readonly attempts: readonly Attempt[];
  readonly diagnostics: readonly Diagnostic[];
  readonly machine: Partial<Machine>;
  readonly outputs: Value;
  readonly pushes: readonly Push[];
  readonly uses: readonly RegistryUse[];
  readonly assumptions: readonly RoleAssumption[];
  /** Commands that were played for it; an action counts as one. */
  readonly commands: number;
}

export const nothingDone: StepResult = {
  outcome: 'success',
  log: [],
  failures: [],
  attempts: [],
  diagnostics: [],
  machine: {},
  outputs: {},
  pushes: [],
  uses: [],
  assumptions: [],
  commands: 1,
};

/** An evaluated text, where it stands, and the other places that decide it: the `env` entry or step that an expression reads. */
export interface Given {
  readonly text: string;
  readonly range: SourceRange;
  readonly origins: readonly SourceRange[];
}

/** A script as the shell gets it, and where each of its lines stands. */
export interface Script extends Given {
  readonly lineRanges: readonly SourceRange[];
}

export type JobResult = 'success' | 'failure' | 'skipped';

/** What a job that has ended hands to those that need it. */
export interface JobRecord {
  readonly outputs: Readonly<Record<string, string>>;
  readonly result: JobResult;
  /** What it and all that it waits for, however far up, have come to: a failure, else a skip, else success. */
  readonly lineage: JobResult;
  readonly hasUploads: boolean;
  readonly uploads: readonly string[];
  readonly digests: readonly Push[];
}

/** Everything a step can see when it runs. */
export interface StepContext {
  readonly document: WorkflowDocument;
  readonly scenario: WorkflowScenario;
  readonly authority: Authority;
  readonly job: Job;
  readonly step: Step;
  readonly machine: Machine;
  /** Claims of the token that GitHub would sign for this job. */
  readonly claims: Readonly<Record<string, string>>;
  /** What the registries hold so far, by reference. */
  readonly registry: ReadonlyMap<string, Image>;
  /** Names of artifacts that the run has by other jobs, or by other combinations of this one. */
  readonly taken: readonly string[];
  /** Jobs that had ended when this one began. */
  readonly before: readonly JobRecord[];
  /** Commands that may still be played in this run. */
  readonly commandsLeft: number;
  /** The environment of the step. */
  readonly env: ReadonlyMap<string, Binding>;
  /** An input of the action; undefined when it is not given. */
  readonly input: (name: string) => Given | undefined;
  /** Undefined for an action. */
  readonly script: Script | undefined;
}
