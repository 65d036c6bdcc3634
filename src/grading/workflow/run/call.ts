import { type Entry, leafOf, valueAt } from '../../core/yaml/tree.ts';
import { fail } from '../actions/inputs.ts';
import { declaredIn, givenBy, type InputType, inheritsSecrets, inputTypeOf, named } from '../calls/called.ts';
import { asInput, emptyInput } from '../calls/input-value.ts';
import { found, messageOf } from '../diagnostic.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import { evaluateValue, type Scope } from '../expression.ts';
import { asText, type Value } from '../expression-values.ts';
import { sources } from '../facts/sources.ts';
import type { WorkflowEvent } from '../scenario.ts';
import { scopeOf, type Visible } from './contexts.ts';
import { textIn } from './environment.ts';
import type { Frame, Inputs } from './frame.ts';
import { nothingPlayed, skippedRecord } from './job-run.ts';
import { blockOf, scopesOf } from './permissions.ts';
import { joinPlayed, type PlayedJob, type RunSoFar } from './played.ts';
import type { Failure, JobRecord } from './state.ts';
import { titleOf, traceStep, under } from './trace.ts';

/** A call that cannot be followed: the file is in another repository, or no part of the submission. */
export function unseenCall(job: Job, { frame, registry }: RunSoFar): PlayedJob {
  const range = job.uses?.range ?? job.idRange;
  const uses = job.uses?.text ?? '';
  const step = traceStep({
    operation: 'job',
    group: under(frame.title, titleOf(job)),
    call: `uses: ${uses}`,
    outcome: 'unknown',
    message: messageOf('workflow/called-workflow-unknown', { uses }),
    source: sources.reusable,
    decidedBy: [range],
  });
  const diagnostic = found('info', 'workflow/called-workflow-unknown', { uses }, range, sources.reusable);
  const record = { ...skippedRecord, result: 'success' as const };
  return { ...nothingPlayed, record, registry, trace: [step], diagnostics: [diagnostic], commands: 1 };
}

/** What a calling job sees when it calls. */
interface Calling {
  readonly visible: Visible;
  readonly soFar: RunSoFar;
  readonly isDoubtful: boolean;
}

type FrameOrFailure =
  | { readonly frame: Frame; readonly failure: null }
  | { readonly frame: null; readonly failure: Failure };

/** What a called workflow gets from the job that calls it. Its environment is not among that. */
export function frameOfCall(job: Job, called: WorkflowDocument, calling: Calling): FrameOrFailure {
  const { visible, soFar, isDoubtful } = calling;
  const { frame, document } = soFar;
  const scope = scopeOf(visible);
  const { inputs, failure } = inputsOf(job, called, scope);
  if (failure !== null) return { frame: null, failure };
  return {
    failure: null,
    frame: {
      started: frame.started,
      sent: frame.sent,
      inputs,
      secret: secretsOf(job, frame, scope),
      handedOn: scopesOf(job.permissions, document.permissions, frame.handedOn),
      handedOnAt: blockOf(job, document)?.range ?? frame.handedOnAt ?? job.idRange,
      level: frame.level + 1,
      title: under(frame.title, titleOf(job, visible.matrix, scope)),
      before: [...frame.before, ...(visible.needs?.values() ?? [])],
      isDoubtful,
    },
  };
}

/** The inputs with their types: as given, else by default, else empty. A value of another type stops the run. */
function inputsOf(
  job: Job,
  called: WorkflowDocument,
  scope: Scope,
): { readonly inputs: Inputs; readonly failure: Failure | null } {
  const given = givenBy(job, 'with');
  const inputs: Record<string, Value> = {};
  for (const { key, value: declaration } of declaredIn(called, 'inputs')) {
    const type = inputTypeOf(declaration);
    const entry = named(given, key.text);
    const value = writtenValue(entry ?? defaultOf(declaration), type, scope);
    const taken = asInput(value, type);
    if (taken === null) {
      const params = { input: key.text, type, value: asText(value).slice(0, 80) };
      return { inputs, failure: fail('workflow/call-input-type', params, [entry?.value.range ?? key.range]) };
    }
    inputs[key.text] = taken;
  }
  return { inputs, failure: null };
}

function defaultOf(declaration: Entry['value']): Pick<Entry, 'value'> | undefined {
  const value = valueAt(declaration, 'default');
  return value === undefined ? undefined : { value };
}

function writtenValue(entry: Pick<Entry, 'value'> | undefined, type: InputType, scope: Scope): Value {
  if (entry?.value.kind !== 'leaf') return emptyInput(type);
  return entry.value.text.includes('${{') ? evaluateValue(entry.value, scope).value : entry.value.value;
}

/**
 * The secrets that a called workflow sees: all of the caller's, or those that the call names, and the token of the run in any case.
 *
 * @source https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows#passing-inputs-and-secrets-to-a-reusable-workflow (read 2026-11-24)
 */
function secretsOf(job: Job, frame: Frame, scope: Scope): Frame['secret'] {
  if (inheritsSecrets(job)) return frame.secret;
  const given = givenBy(job, 'secrets');
  return (name) => {
    if (name.toUpperCase() === 'GITHUB_TOKEN') return frame.secret('GITHUB_TOKEN');
    const entry = named(given, name);
    return entry === undefined ? null : textIn(entry.value, scope);
  };
}

/** A called workflow that has ended. */
interface Called {
  readonly frame: Frame;
  readonly played: {
    readonly jobs: readonly PlayedJob[];
    readonly records: ReadonlyMap<string, JobRecord>;
    readonly registry: PlayedJob['registry'];
  };
  readonly event: WorkflowEvent;
}

/** What a called workflow did, as one job: its outputs are those that it declares, worked out from those of its jobs. */
export function joinCalled(job: Job, called: WorkflowDocument, { frame, played, event }: Called): PlayedJob {
  const { jobs, records, registry } = played;
  const scope = scopeOf({ event, frame, jobs: records, status: () => true });
  const outputs = declaredIn(called, 'outputs').map(({ key, value: declaration }) => {
    const value = leafOf(valueAt(declaration, 'value'));
    return [key.text, value === undefined ? '' : textIn(value, scope)] as const;
  });
  const joined = joinPlayed(jobs, Object.fromEntries(outputs), registry);
  return { ...joined, trace: [callStep(job, called, frame), ...joined.trace], commands: joined.commands + 1 };
}

function callStep(job: Job, { file }: WorkflowDocument, { title, isDoubtful }: Frame) {
  const uses = job.uses?.text ?? '';
  return traceStep({
    operation: 'call',
    group: title,
    call: `uses: ${uses}`,
    outcome: isDoubtful ? 'unknown' : 'allowed',
    message: isDoubtful ? messageOf('workflow/step-unknown', {}) : messageOf('workflow/workflow-called', { file }),
    source: sources.reusable,
    decidedBy: job.uses === undefined ? [] : [job.uses.range],
  });
}
