import type { Diagnostic, SourceRange, TraceStep } from '../../core/types.ts';
import type { WorkflowDocument } from '../document.ts';
import type { Authority, RegistryUse, RoleAssumption, WorkflowScenario } from '../scenario.ts';
import type { Frame } from './frame.ts';
import type { Image, JobRecord } from './state.ts';

/** What the jobs before this one have left, and what every job sees. */
export interface RunSoFar {
  readonly document: WorkflowDocument;
  readonly frame: Frame;
  readonly scenario: WorkflowScenario;
  readonly authority: Authority;
  readonly registry: ReadonlyMap<string, Image>;
  readonly jobs: ReadonlyMap<string, JobRecord>;
  /** Names of the artifacts that the run has so far, of all jobs. */
  readonly taken: readonly string[];
  /** Commands that may still be played. */
  readonly commandsLeft: number;
}

/** A step or job that its condition left out. */
export interface LeftOut {
  readonly text: string;
  readonly range: SourceRange;
}

/** A job that has ended, with everything it did. */
export interface PlayedJob {
  readonly record: JobRecord;
  readonly registry: ReadonlyMap<string, Image>;
  readonly trace: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
  readonly uses: readonly RegistryUse[];
  readonly assumptions: readonly RoleAssumption[];
  readonly leftOut: readonly LeftOut[];
  /** Commands that were played. */
  readonly commands: number;
}

/** What several jobs did, as one job with these outputs. It failed when one of them did. */
export function joinPlayed(
  jobs: readonly PlayedJob[],
  outputs: JobRecord['outputs'],
  registry: PlayedJob['registry'],
): PlayedJob {
  const result = jobs.some(({ record }) => record.result === 'failure') ? 'failure' : 'success';
  return {
    record: {
      outputs,
      result,
      lineage: result,
      hasUploads: jobs.some(({ record }) => record.hasUploads),
      uploads: jobs.flatMap(({ record }) => record.uploads),
      digests: jobs.flatMap(({ record }) => record.digests),
    },
    registry,
    trace: jobs.flatMap(({ trace }) => trace),
    diagnostics: jobs.flatMap(({ diagnostics }) => diagnostics),
    uses: jobs.flatMap(({ uses }) => uses),
    assumptions: jobs.flatMap(({ assumptions }) => assumptions),
    leftOut: jobs.flatMap(({ leftOut }) => leftOut),
    commands: jobs.reduce((sum, { commands }) => sum + commands, 0),
  };
}
