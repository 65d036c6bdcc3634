import type { Diagnostic, SourceRange } from '../../core/types.ts';
import type { Attempt, Failure, Machine, Push, StepContext, StepResult } from '../run/state.ts';
import { nothingDone } from '../run/state.ts';
import type { RegistryUse } from '../scenario.ts';
import { maxText } from '../unknown.ts';
import type { Done } from './call.ts';
import { githubFiles, readGithubFile } from './github-files.ts';
import type { Command } from './syntax.ts';

/** A shell that plays one script: what its commands have left and done so far. It lives no longer than the script. */
export interface Session {
  /** With the machine and the registries as the last command left them. */
  context: StepContext;
  readonly lineRanges: readonly SourceRange[];
  readonly variables: Map<string, string>;
  readonly files: Map<string, string>;
  readonly functions: Map<string, Command>;
  readonly log: string[];
  readonly failures: Failure[];
  readonly attempts: Attempt[];
  readonly diagnostics: Diagnostic[];
  readonly pushes: Push[];
  readonly uses: RegistryUse[];
  /** What the script changed of the machine. */
  machine: Partial<Machine>;
  /** Commands that may still run. */
  budget: number;
  /** `set -e`: a failing command ends the script. */
  endsOnFailure: boolean;
  /** True inside a condition, or left of `||`: there a failing command ends nothing. */
  isTolerant: boolean;
  /** True once the script has ended itself with success. */
  isOver: boolean;
  /** First and last line of the pipeline that runs: its commands decide together. */
  pipeline: readonly [number, number] | null;
  /** How deep in functions that call functions it is. */
  calls: number;
  /** How deep in `$( )` it is: there the output is a value. */
  captured: number;
  /** Inside `$( )`: the place of the command that it stands in. */
  place: SourceRange | null;
}

/** A shell that has run nothing yet, with the variables of its step. */
export function startSession(context: StepContext, lineRanges: readonly SourceRange[]): Session {
  return {
    context,
    lineRanges,
    variables: new Map(Array.from(context.env, ([name, { value }]) => [name, value])),
    files: new Map(),
    functions: new Map(),
    log: [],
    failures: [],
    attempts: [],
    diagnostics: [],
    pushes: [],
    uses: [],
    machine: {},
    budget: context.commandsLeft,
    endsOnFailure: true,
    isTolerant: false,
    isOver: false,
    pipeline: null,
    calls: 0,
    captured: 0,
    place: null,
  };
}

/** Takes over what a command did. */
export function record(session: Session, { status, assigns, effects }: Done, range: SourceRange): void {
  for (const [name, value] of assigns ?? []) session.variables.set(name, value);
  const stops = !session.isTolerant && session.endsOnFailure;
  if (effects === undefined) {
    const failure: Failure = { code: 'workflow/exit-code', params: { code: 1 }, ranges: [range], stops: true };
    if (status === 'failed' && stops) session.failures.push(failure);
    return;
  }
  const { log = [], failures = [], attempts = [], diagnostics = [], pushes = [], uses = [], machine = {} } = effects;
  session.log.push(...log);
  session.failures.push(...failures.map((failure) => ({ ...failure, stops: failure.stops && stops })));
  session.attempts.push(...attempts);
  session.diagnostics.push(...diagnostics);
  session.pushes.push(...pushes);
  session.uses.push(...uses);
  session.machine = { ...session.machine, ...machine };
  const { context } = session;
  const pushed = pushes.map(({ reference, image }) => [reference, image] as const);
  const registry = pushed.length === 0 ? context.registry : new Map([...context.registry, ...pushed]);
  session.context = { ...context, registry, machine: { ...context.machine, ...machine } };
}

/** Writes to a file of the machine, at its end or over what it holds. */
export function write(session: Session, path: string, text: string, appends: boolean): void {
  const before = appends ? (session.files.get(path) ?? '') : '';
  // The rest of a file beyond all measure is not kept; what was written first is.
  if (before.length <= maxText) session.files.set(path, before + text);
}

/** The place of some lines of the script. */
export function placeOfLines({ place, lineRanges, context }: Session, from: number, to: number): SourceRange {
  if (place !== null) return place;
  const last = lineRanges.length - 1;
  const [first, end] = [lineRanges[Math.min(from, last)], lineRanges[Math.min(to, last)]];
  return first === undefined || end === undefined
    ? context.step.range
    : { ...first, end: Math.max(first.end, end.end) };
}

/** What the script did in all, the files that it wrote for the runner read. */
export function resultOf(session: Session): StepResult {
  const { context, files, log, attempts, diagnostics, pushes, uses, machine } = session;
  const range = context.step.run?.range ?? context.step.range;
  const env = readGithubFile(files.get(githubFiles.env) ?? '');
  const output = readGithubFile(files.get(githubFiles.output) ?? '');
  const unreadable = [env.failure, output.failure].filter((failure) => failure !== null);
  const failures = [
    ...session.failures,
    ...unreadable.map((failure) => ({ ...failure, ranges: [range], stops: true })),
  ];
  const exported = Array.from(env.values, ([name, value]) => [name, { value, range }] as const);
  return {
    ...nothingDone,
    outcome: failures.some(({ stops }) => stops) ? 'failure' : 'success',
    log: log.slice(0, 50),
    failures,
    attempts,
    diagnostics,
    pushes,
    uses,
    commands: context.commandsLeft - session.budget,
    outputs: Object.fromEntries([...printedOutputs(log), ...output.values]),
    machine:
      exported.length === 0 ? machine : { ...machine, exported: new Map([...context.machine.exported, ...exported]) },
  };
}

/** Outputs by the old command, which the runner reads from what is printed. */
function printedOutputs(log: readonly string[]): readonly (readonly [string, string])[] {
  const printed = log.join('\n').matchAll(/^::set-output name=([^:,]+)::(.*)$/gm);
  return Array.from(printed, ([, name = '', value = '']) => [name, value] as const);
}
