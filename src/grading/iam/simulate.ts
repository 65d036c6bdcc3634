import type { Diagnostic, OperationKind, Simulation, TraceStep } from '../core/types.ts';
import { type CompiledPolicy, compilePolicy } from './compile.ts';
import { type Call, type DecidedCall, explainCall, type JudgedCall, judgeCall } from './decide-call.ts';
import type { PolicyDocuments } from './document.ts';
import { findExcess, longOne } from './excess.ts';
import { contextOf } from './match.ts';
import { mendCall } from './mend.ts';
import type { IamScenario, ScenarioCall, Token } from './scenario.ts';
import { findTrustExcess } from './trust-excess.ts';
import type { Context } from './variables.ts';
import { tokensAsked, webIdentity } from './web-identity.ts';

/** What every call of a run is asked with. */
interface Run {
  readonly policies: readonly CompiledPolicy[];
  readonly scenario: IamScenario;
  /** The scenario's keys, taken apart once. */
  readonly context: Context;
  /** False for a policy that is too long to be saved: it wants shortening, and no more in it. */
  readonly isMendable: boolean;
}

/** Asks the policies every call of a scenario, each on its own, and says what they grant beyond it where the scenario wants that. */
export function simulate(documents: PolicyDocuments, scenario: IamScenario): Simulation {
  const policies = policiesFor(documents, scenario);
  const isMendable = longOne(policies) === undefined;
  const run = { policies, scenario, context: contextOf(scenario.context), isMendable };
  const steps = (calls: readonly ScenarioCall[], kind: OperationKind): readonly TraceStep[] =>
    calls.map((call) => stepOf(run, call, kind));
  return {
    trace: [...steps(scenario.attempts, 'attempt'), ...steps(scenario.probes, 'probe')],
    diagnostics: scenario.nothingBeyond ? findBeyond(documents, scenario) : [],
  };
}

/** The policies of a submission that a scenario asks. */
export function policiesFor({ documents }: PolicyDocuments, { type }: IamScenario): readonly CompiledPolicy[] {
  return documents.filter((document) => document.type === type).map(compilePolicy);
}

/** What the policies grant beyond the calls of a scenario, without asking them these calls. */
export function findBeyond(documents: PolicyDocuments, scenario: IamScenario): readonly Diagnostic[] {
  const policies = policiesFor(documents, scenario);
  return scenario.type === 'trust' ? findTrustExcess(policies, scenario) : findExcess(policies, scenario);
}

function stepOf(run: Run, call: ScenarioCall, kind: OperationKind): TraceStep {
  const { shown, judged } = decideAll(run, call, kind);
  const isRefused = kind === 'attempt' && shown.outcome === 'denied';
  const fix = isRefused && run.isMendable ? mendCall(run.policies, judged) : null;
  return {
    operation: call.id,
    kind,
    group: call.group,
    call: call.call,
    outcome: shown.outcome,
    message: shown.message,
    said: shown.said === '' ? '' : (call.refusal ?? '').replaceAll('{denial}', shown.said),
    stops: call.stops ?? true,
    source: { url: call.source, readOn: run.scenario.readOn, evidence: call.evidence },
    decidedBy: shown.decidedBy,
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

/**
 * An attempt is what its first refused request says; a probe, what its first allowed one says: then the weakest part is shown. When there
 * is none, all requests agree. Only the one that is shown is explained.
 */
function decideAll(
  { policies, scenario, context }: Run,
  call: ScenarioCall,
  kind: OperationKind,
): { readonly shown: DecidedCall; readonly judged: readonly JudgedCall[] } {
  const tokens = kind === 'attempt' ? tokensAsked(policies, call.tokens ?? []) : (call.tokens ?? []);
  const judged = call.actions.flatMap((action) =>
    call.tokens === undefined
      ? [judgeCall(policies, requestOf(scenario, call, action), call.context === undefined ? context : undefined)]
      : tokens.map((token) => judgeCall(policies, requestOfToken(scenario, call, action, token))),
  );
  const telling = kind === 'attempt' ? ['denied', 'unknown'] : ['allowed', 'unknown'];
  const found = telling.map((outcome) => judged.find((each) => each.outcome === outcome));
  const told = found.find((each) => each !== undefined) ?? (judged[0] as JudgedCall);
  return { shown: explainCall(policies, told), judged };
}

function requestOf({ session, context }: IamScenario, call: ScenarioCall, action: string): Call {
  return { action, resource: call.resource ?? '*', context: { ...context, ...call.context }, session };
}

function requestOfToken(scenario: IamScenario, call: ScenarioCall, action: string, { claims }: Token): Call {
  const { principal, context } = webIdentity(call.provider ?? scenario.provider ?? '', claims);
  return {
    action,
    resource: call.resource ?? '*',
    context: { ...scenario.context, ...context },
    session: scenario.session,
    principal,
  };
}
