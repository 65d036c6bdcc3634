import { fill } from '../../messages/catalog.ts';
import type { Message } from '../../messages/index.ts';
import type { Diagnostic, Source, SourceRange } from '../core/types.ts';
import { type Ask, type Attempt, facts, valuesOf } from './attempts.ts';
import type { Connection } from './connection.ts';
import { found, messageOf, quoted } from './diagnostic.ts';
import { regionOfRun, type Term } from './document.ts';
import { partitionOf } from './facts/partitions.ts';
import { sources } from './facts/sources.ts';
import type { NetworkScenario } from './scenario.ts';

/** One request that policies decide. `principal` is null for a signed URL, behind which no principal of the task stands. */
export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: string | null;
  readonly context: Readonly<Record<string, string>>;
}

/** `unknown`: the policy cannot be read, or asks for something that a start does not tell. */
export type PolicyAnswer = 'allowed' | 'explicit-deny' | 'implicit-deny' | 'unknown';

/**
 * Decides one request by policies, each as JSON: those of a role (`identity`), or that of a VPC endpoint. It is handed in, as this domain
 * knows networks alone.
 */
export type JudgePolicies = (
  kind: 'identity' | 'endpoint',
  policies: readonly string[],
  request: PolicyRequest,
) => PolicyAnswer;

/** What a policy makes of a call that the network lets through. */
export interface Refusal {
  readonly outcome: 'denied' | 'unknown';
  readonly message: Message;
  readonly said: string;
  readonly source: Source;
  readonly decidedBy: readonly SourceRange[];
  readonly faults: readonly Diagnostic[];
}

/**
 * The first permission of a call that a policy refuses or leaves open; null when it has them all. Role and endpoint both have to allow.
 * `connectionTo` tells through which endpoint a service is reached.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html (read 2026-11-24)
 */
export function refusalOf(
  attempt: Attempt,
  scenario: NetworkScenario,
  judge: JudgePolicies | null,
  connectionTo: (service: string) => Connection,
): Refusal | null {
  const requests = attempt.asks.flatMap((ask) =>
    requestsOf(ask, attempt, scenario).map((request) => ({ ask, request })),
  );
  const { executionRole } = scenario;
  const role = executionRole?.policies.map((policy) => JSON.stringify(policy));
  for (const { ask, request } of requests) {
    const byRole =
      ask.as === 'execution-role' && role !== undefined ? (judge?.('identity', role, request) ?? 'unknown') : 'allowed';
    if (byRole !== 'allowed') return refusedByRole(byRole, attempt, request, executionRole?.name ?? '');
    const policy = attempt.by === 'task' ? (connectionTo(ask.at).endpoint?.policy ?? null) : null;
    const byEndpoint = policy === null ? 'allowed' : judgeEndpoint(policy, request, judge);
    if (policy !== null && byEndpoint !== 'allowed') return refusedByEndpoint(byEndpoint, attempt, request, policy);
  }
  return null;
}

function requestsOf(ask: Ask, { secrets }: Attempt, scenario: NetworkScenario): readonly PolicyRequest[] {
  const { account, region, vpc } = scenario;
  const { name: partition } = partitionOf(region);
  const arns = secrets.map((secret) =>
    secret.startsWith('arn:')
      ? secret
      : `arn:${partition}:ssm:${region}:${account}:parameter/${secret.replace(/^\//, '')}`,
  );
  const role = ask.as === 'task-role' ? 'task-role' : (scenario.executionRole?.name ?? 'ecsTaskExecutionRole');
  const principal = ask.as === 'registry' ? null : `arn:${partition}:sts::${account}:assumed-role/${role}/task`;
  const context: Record<string, string> = {
    'aws:SourceVpc': vpc.id,
    'aws:RequestedRegion': region,
    'aws:SecureTransport': 'true',
  };
  if (principal !== null) {
    context['aws:PrincipalAccount'] = account;
    context['aws:PrincipalArn'] = `arn:${partition}:iam::${account}:role/${role}`;
  }
  const named = ask.resource === '{secret}' ? arns : [fill(ask.resource, valuesOf(scenario))];
  return named.map((resource) => ({ action: ask.action, resource, principal, context }));
}

function judgeEndpoint(policy: Term, request: PolicyRequest, judge: JudgePolicies | null): PolicyAnswer {
  if (policy.dependsOn !== null) return 'unknown';
  if (isFullAccess(policy.text)) return 'allowed';
  const text = policy.text.replaceAll(regionOfRun, request.context['aws:RequestedRegion'] ?? '');
  return judge?.('endpoint', [text], request) ?? 'unknown';
}

/** The policy that AWS gives an endpoint which is created without one. */
function isFullAccess(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  const statement = ['"Action":"*"', '"Effect":"Allow"', '"Principal":"*"', '"Resource":"*"'];
  const match =
    /^\{(?:"Version":"20(?:08-10-17|12-10-17)",)?"Statement":\[\{([^{}[\]]*)\}\](?:,"Version":"[\d-]+")?\}$/.exec(bare);
  return match !== null && match[1]?.split(',').toSorted().join() === statement.join();
}

function refusedByRole(answer: PolicyAnswer, attempt: Attempt, request: PolicyRequest, role: string): Refusal {
  const params = { action: request.action, resource: request.resource, role };
  if (answer === 'unknown') return undecided(messageOf('network/role-policy-open', params), []);
  const sentence = answer === 'explicit-deny' ? facts.denials.identityExplicit : facts.denials.identity;
  const message = messageOf('network/role-policy-refuses', params);
  return { outcome: 'denied', message, ...sayingOf(attempt, sentence, request), decidedBy: [], faults: [] };
}

function refusedByEndpoint(answer: PolicyAnswer, attempt: Attempt, request: PolicyRequest, policy: Term): Refusal {
  const { action, resource } = request;
  if (answer === 'unknown') return undecided(messageOf('network/endpoint-policy-open', { action }), [policy.range]);
  const sentence = answer === 'explicit-deny' ? facts.denials.endpointExplicit : facts.denials.endpoint;
  const params = { action, resource: quoted(resource) };
  const fault = found('error', 'network/endpoint-policy-refuses', params, policy.range, sources.endpointPolicies);
  const said = sayingOf(attempt, sentence, request);
  return { outcome: 'denied', message: fault.message, ...said, decidedBy: [policy.range], faults: [fault] };
}

function undecided(message: Message, decidedBy: readonly SourceRange[]): Refusal {
  return { outcome: 'unknown', message, said: '', source: sources.endpointPolicies, decidedBy, faults: [] };
}

/** AWS's sentence with what ECS prints around it. A signed URL has no user to name. */
function sayingOf({ refused }: Attempt, sentence: string, { action, resource, principal }: PolicyRequest) {
  const { url, readOn, evidence } = refused ?? facts.denials;
  const whole = fill(sentence, { action, resource, user: principal ?? '' });
  const denial = principal === null ? `… ${whole.slice(whole.lastIndexOf(resource) + resource.length + 1)}` : whole;
  return { said: refused === null ? denial : fill(refused.said, { denial }), source: { url, readOn, evidence } };
}
