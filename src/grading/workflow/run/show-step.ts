import type { Diagnostic, TraceStep } from '../../core/types.ts';
import { messageOf } from '../diagnostic.ts';
import type { Step } from '../document.ts';
import type { Scope } from '../expression.ts';
import { diagnosticOf } from '../facts/failures.ts';
import { sources } from '../facts/sources.ts';
import type { WorkflowScenario } from '../scenario.ts';
import { readable } from '../unknown.ts';
import { textIn } from './environment.ts';
import type { Attempt, Failure, StepResult } from './state.ts';
import { refusedStep, traceStep } from './trace.ts';
import { warningsOf } from './warnings.ts';

/** What decides how a step is shown, beside what it did. */
export interface Showing {
  /** True when `continue-on-error` lets the job go on. */
  readonly isTolerated: boolean;
  /** True when it is not known whether the step runs. */
  readonly isDoubtful: boolean;
  /** The step's heading in the log. */
  readonly heading: string;
  readonly scenario: WorkflowScenario;
}

export interface Shown {
  readonly trace: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A step that ran: itself, then each operation that it attempted; and its faults. */
export function showStep(step: Step, result: StepResult, showing: Showing): Shown {
  const attempts = result.attempts.map((attempt) => showAttempt(attempt, showing));
  return {
    trace: [showItself(step, result, showing), ...attempts],
    diagnostics: [...faultsOf(step, result, showing), ...result.diagnostics],
  };
}

/** A step that its condition left out. */
export function leftOutStep(step: Step, heading: string) {
  const { uses, run } = step;
  const range = step.if?.range ?? step.range;
  return {
    leftOut: [{ text: `${uses?.text ?? ''} ${run?.text ?? ''}`, range }],
    trace: [
      traceStep({
        operation: 'step',
        group: heading,
        call: callOf(step),
        outcome: 'skipped',
        message: messageOf('workflow/step-skipped', {}),
        source: sources.syntax,
        decidedBy: [range],
      }),
    ],
  };
}

function showItself(
  step: Step,
  { failures, log }: StepResult,
  { isTolerated, isDoubtful, heading }: Showing,
): TraceStep {
  const told = { operation: 'step', group: heading, call: callOf(step) };
  const failure = failures.find(({ stops }) => stops);
  if (failure !== undefined) return refusedStep(failure, { ...told, stops: !isTolerated });
  return traceStep({
    ...told,
    outcome: isDoubtful ? 'unknown' : 'allowed',
    message: messageOf(isDoubtful ? 'workflow/step-unknown' : 'workflow/step-ran', {}),
    said: [...warningsOf(step), ...log.map(readable)].join('\n').slice(0, 2000),
    source: sources.syntax,
    decidedBy: [step.head],
  });
}

function showAttempt(attempt: Attempt, { isTolerated, isDoubtful, heading, scenario }: Showing): TraceStep {
  const { operation, call, failure, decidedBy } = attempt;
  const outcome = attempt.outcome === 'allowed' && isDoubtful ? 'unknown' : attempt.outcome;
  const told = { operation, group: heading, call, outcome, decidedBy };
  if (failure !== null) return refusedStep(failure, { ...told, stops: !isTolerated });
  return traceStep({
    ...told,
    message: messageOf(outcome === 'unknown' ? 'workflow/operation-unknown' : 'workflow/operation-allowed', {}),
    source: scenario.asks.find((asked) => asked.operation === operation)?.source ?? sources.syntax,
  });
}

/** A failure is an error when it ends the job, or stops what the exercise asks for; else it is a warning. */
function faultsOf(step: Step, { failures, attempts }: StepResult, showing: Showing): readonly Diagnostic[] {
  const asked = new Set(showing.scenario.asks.map(({ operation }) => operation));
  const ofExercise = attempts.filter(({ operation }) => asked.has(operation));
  const matters = !showing.isTolerated || ofExercise.some(({ outcome }) => outcome === 'denied');
  const isError = ({ code, stops }: Failure): boolean =>
    (stops && matters) || ofExercise.some(({ failure }) => failure?.code === code);
  return failures.map((failure) => {
    const diagnostic = diagnosticOf(failure, step.range);
    return isError(failure) ? diagnostic : { ...diagnostic, severity: 'warning' };
  });
}

/** A step's heading as GitHub's log prints it, behind its job's where the run has several. */
export function headingOf({ name, uses, run }: Step, scope: Scope, jobTitle: string): string {
  const whatRuns = uses?.text ?? run?.text.split('\n')[0]?.slice(0, 80) ?? '';
  const heading = name === undefined ? `Run ${whatRuns}` : readable(textIn(name, scope));
  return jobTitle === '' ? heading : `${jobTitle} / ${heading}`;
}

function callOf({ uses, run }: Step): string {
  return uses !== undefined ? `uses: ${uses.text}` : (run?.text.split('\n')[0]?.slice(0, 120) ?? '');
}
