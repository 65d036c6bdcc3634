import type { Message } from '../../messages/index.ts';
import type { Outcome, SourceRange } from '../core/types.ts';
import { type CompiledPolicy, compilePolicy } from './compile.ts';
import { type AccessDecision, type Decision, decidePrepared } from './decide.ts';
import { denialOf } from './denial.ts';
import type { PolicyDocument } from './document.ts';
import { explain } from './explain.ts';
import { rangeIn } from './finding.ts';
import { type PreparedRequest, prepareRequest, type Request } from './match.ts';
import type { Context } from './variables.ts';

/** A request, and who makes it: the session's ARN stands in AWS's sentence. */
export interface Call extends Request {
  readonly session: string;
}

/** What a policy makes of one call, and why. */
export interface DecidedCall {
  readonly decision: AccessDecision;
  readonly outcome: Outcome;
  readonly message: Message;
  /** AWS's own sentence when the call is denied; empty when it is not. */
  readonly said: string;
  readonly decidedBy: readonly SourceRange[];
}

/** A call and what the policies make of it, before anybody asks why. */
export interface JudgedCall {
  readonly call: Call;
  readonly prepared: PreparedRequest;
  readonly decision: Decision;
  readonly outcome: Outcome;
}

/** Decides one call by one policy, without a scenario. Compile the policy once when many calls are asked of it. */
export function decideCall(document: PolicyDocument, call: Call): DecidedCall {
  return decideCompiled([compilePolicy(document)], call);
}

/** As `decideCall`, for policies that are compiled already. */
export function decideCompiled(policies: readonly CompiledPolicy[], call: Call): DecidedCall {
  return explainCall(policies, judgeCall(policies, call));
}

/** Decides without saying why, which takes most of the time. `context`: that of the call, where many calls share one. */
export function judgeCall(policies: readonly CompiledPolicy[], call: Call, context?: Context): JudgedCall {
  const prepared = prepareRequest(call, context);
  const decision = decidePrepared(policies, prepared);
  return { call, prepared, decision, outcome: outcomeOf(decision.decision) };
}

/** Says why a call was decided as it was. */
export function explainCall(
  policies: readonly CompiledPolicy[],
  { call, prepared, decision, outcome }: JudgedCall,
): DecidedCall {
  const { message, policy, at } = explain(policies, decision, call, prepared);
  const file = policy?.document.file ?? '';
  return {
    decision: decision.decision,
    outcome,
    message,
    said: saidOf(decision, call, prepared.resource),
    decidedBy: policy === null ? [] : at.map((span) => rangeIn(file, span)),
  };
}

function outcomeOf(decision: AccessDecision): Outcome {
  if (decision === 'unknown') return 'unknown';
  return decision === 'allowed' ? 'allowed' : 'denied';
}

/** STS tells a web identity no more than that it may not. */
function saidOf(decision: Decision, { session, action, principal }: Call, resource: string): string {
  if (decision.decision === 'allowed' || decision.decision === 'unknown') return '';
  if (principal !== undefined) return `Not authorized to perform ${action}`;
  return denialOf(decision, session, action, resource);
}
