import type { SourceRange } from '../../core/types.ts';
import type { StepContext, StepResult } from '../run/state.ts';
import type { Field } from './expand.ts';

/** `unknown`: a command that this workshop does not play; it is taken to succeed. */
export type Status = 'ok' | 'failed' | 'unknown';

/** A command about to run, its words expanded. */
export interface Call {
  readonly name: string;
  readonly args: readonly Field[];
  readonly stdin: string;
  /** True when an earlier command of the pipeline failed, so that there is no input. */
  readonly stdinFailed: boolean;
  readonly range: SourceRange;
  readonly context: StepContext;
  readonly variables: ReadonlyMap<string, string>;
}

/** What a command did: its output, its status, and what it did to the machine and the outside. */
export interface Done {
  readonly status: Status;
  readonly out: string;
  readonly effects?: Partial<StepResult>;
  /** Shell variables that it sets: `export`, `read`. */
  readonly assigns?: ReadonlyMap<string, string>;
}

/** What a command reads: the output of the one before it in a pipeline. */
export interface Input {
  readonly text: string;
  readonly hasFailed: boolean;
}

/** The input of a command that stands first. */
export const noInput: Input = { text: '', hasFailed: false };
/** A command that does nothing, with success. */
export const nothingRun: Done = { status: 'ok', out: '' };
