import type { Diagnostic, Goal, GoalResult, GoalState, TraceStep, Verdict } from './types.ts';

/** The state of each goal, in the goals' order. A goal on an operation that never occurred is unmet. */
export function judge(
  goals: readonly Goal[],
  trace: readonly TraceStep[],
  diagnostics: readonly Diagnostic[],
): readonly GoalResult[] {
  return goals.map((goal) => ({
    id: goal.id,
    state: 'absent' in goal ? stateOfAbsent(goal.absent, diagnostics) : stateOfOperations(goal, trace),
  }));
}

function stateOfAbsent(codes: readonly string[], diagnostics: readonly Diagnostic[]): GoalState {
  return diagnostics.some(({ message }) => codes.includes(message.code)) ? 'unmet' : 'met';
}

function stateOfOperations(
  { operations, outcome }: Extract<Goal, { operations: readonly string[] }>,
  trace: readonly TraceStep[],
): GoalState {
  const states = operations.map((operation): GoalState => {
    const steps = trace.filter((step) => step.operation === operation);
    if (steps.length === 0) return 'unmet';
    if (steps.every((step) => step.outcome === outcome)) return 'met';
    return steps.every((step) => step.outcome === outcome || step.outcome === 'unknown') ? 'unknown' : 'unmet';
  });
  return worst(states);
}

function worst(states: readonly GoalState[]): GoalState {
  if (states.includes('unmet')) return 'unmet';
  return states.includes('unknown') ? 'unknown' : 'met';
}

/** Passed: every goal met and no error in the text. An error fails even a text that meets its goals. */
export function verdictOf(goals: readonly GoalResult[], diagnostics: readonly Diagnostic[]): Verdict {
  if (goals.some(({ state }) => state === 'unmet')) return 'failed';
  if (diagnostics.some(({ severity }) => severity === 'error')) return 'failed';
  return goals.some(({ state }) => state === 'unknown') ? 'undecided' : 'passed';
}
