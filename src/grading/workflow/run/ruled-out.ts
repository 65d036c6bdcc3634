import type { Diagnostic, TraceStep } from '../../core/types.ts';
import { found, messageOf } from '../diagnostic.ts';
import { documentsOf, type Step, type WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { stepsUsing } from '../queries/used-actions.ts';
import type { WorkflowScenario } from '../scenario.ts';
import { traceStep } from './trace.ts';

/** For each action that the exercise rules out: an operation that is allowed when no step uses it. */
export function ruledOut(document: WorkflowDocument, { forbids }: WorkflowScenario): readonly TraceStep[] {
  return forbids.map((action) => {
    const steps = stepsUsingIn(document, action);
    const isAbsent = steps.length === 0;
    return traceStep({
      operation: `without-${action.split('/')[1] ?? action}`,
      group: 'Result',
      call: `no step uses ${action}`,
      outcome: isAbsent ? 'allowed' : 'denied',
      message: messageOf(isAbsent ? 'workflow/action-absent' : 'workflow/action-ruled-out', { action }),
      source: sources.loginAction,
      decidedBy: steps.map(({ head }) => head),
    });
  });
}

/** An error at each step that uses such an action. */
export function ruledOutFaults(document: WorkflowDocument, { forbids }: WorkflowScenario): readonly Diagnostic[] {
  return forbids.flatMap((action) =>
    stepsUsingIn(document, action).map(({ head }) =>
      found('error', 'workflow/action-ruled-out', { action }, head, sources.loginAction),
    ),
  );
}

function stepsUsingIn(document: WorkflowDocument, action: string): readonly Step[] {
  return documentsOf(document).flatMap((each) => stepsUsing(each, action));
}
