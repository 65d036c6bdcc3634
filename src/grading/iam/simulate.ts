import type { OperationKind, Simulation, TraceStep } from '../core/types.ts';
import { type CompiledPolicy, compilePolicy } from './compile.ts';
import { type DecidedCall, decideCompiled, webIdentity } from './decide-call.ts';
import type { PolicyDocuments } from './document.ts';
import { findExcess } from './excess.ts';
import type { ContextValue } from './match.ts';
import type { IamScenario, ScenarioCall, Token } from './scenario.ts';
import { tokensAsked } from './tokens.ts';
import { findTrustExcess } from './trust-excess.ts';

/** Asks the policies every call of a scenario, each on its own, and says what they grant beyond it where the scenario wants that. */
export function simulate({ documents }: PolicyDocuments, scenario: IamScenario): Simulation {
  const policies = documents.filter(({ type }) => type === scenario.type).map(compilePolicy);
  const steps = (calls: readonly ScenarioCall[], kind: OperationKind): readonly TraceStep[] =>
    calls.map((call) => stepOf(policies, scenario, call, kind));
  return {
    trace: [...steps(scenario.attempts, 'attempt'), ...steps(scenario.probes, 'probe')],
    diagnostics: scenario.nothingBeyond ? beyond(policies, scenario) : [],
  };
}

function beyond(policies: readonly CompiledPolicy[], scenario: IamScenario): Simulation['diagnostics'] {
  return scenario.type === 'trust' ? findTrustExcess(policies, scenario) : findExcess(policies, scenario);
}

function stepOf(
  policies: readonly CompiledPolicy[],
  scenario: IamScenario,
  call: ScenarioCall,
  kind: OperationKind,
): TraceStep {
  const decided = decideAll(policies, scenario, call, kind);
  return {
    operation: call.id,
    kind,
    group: call.group,
    call: call.call,
    outcome: decided.outcome,
    message: decided.message,
    said: decided.said === '' ? '' : (call.refusal ?? '').replaceAll('{denial}', decided.said),
    stops: call.stops ?? true,
    source: { url: call.source, readOn: scenario.readOn, evidence: call.evidence },
    decidedBy: decided.decidedBy,
  };
}

/**
 * An attempt is what its first refused request says; a probe, what its first allowed one says: then the weakest part is shown. When there
 * is none, all requests agree.
 */
function decideAll(
  policies: readonly CompiledPolicy[],
  scenario: IamScenario,
  call: ScenarioCall,
  kind: OperationKind,
): DecidedCall {
  const tokens = kind === 'attempt' ? tokensAsked(policies, call.tokens ?? []) : (call.tokens ?? []);
  const decided = call.actions.flatMap((action) =>
    call.tokens === undefined
      ? [decideAction(policies, scenario, call, action)]
      : tokens.map((token) => decideToken(policies, scenario, call, action, token)),
  );
  const telling = kind === 'attempt' ? ['denied', 'unknown'] : ['allowed', 'unknown'];
  const shown = telling.map((outcome) => decided.find((each) => each.outcome === outcome));
  return shown.find((each) => each !== undefined) ?? (decided[0] as DecidedCall);
}

function decideAction(
  policies: readonly CompiledPolicy[],
  { session, context }: IamScenario,
  call: ScenarioCall,
  action: string,
): DecidedCall {
  const merged: Record<string, ContextValue> = { ...context, ...call.context };
  return decideCompiled(policies, { action, resource: call.resource ?? '*', context: merged, session });
}

function decideToken(
  policies: readonly CompiledPolicy[],
  scenario: IamScenario,
  call: ScenarioCall,
  action: string,
  { claims }: Token,
): DecidedCall {
  const { principal, context } = webIdentity(call.provider ?? scenario.provider ?? '', claims);
  return decideCompiled(policies, {
    action,
    resource: call.resource ?? '*',
    context: { ...scenario.context, ...context },
    session: scenario.session,
    principal,
  });
}
