import { fill } from '../../messages/catalog.ts';
import type { Diagnostic, Simulation, Source, TraceStep } from '../core/types.ts';
import { answerOf } from './answers.ts';
import { type Attempt, attemptsOf, facts, valuesOf } from './attempts.ts';
import { addressIn } from './cidr.ts';
import { connect, connectOutside } from './connect.ts';
import { type Connection, closed, reached } from './connection.ts';
import { messageOf, withoutRepetition } from './diagnostic.ts';
import type { NetworkDocument } from './document.ts';
import { homeOf } from './image.ts';
import { layOut, type Network } from './layout.ts';
import { namesFound } from './names.ts';
import { inOwnWords } from './own-words.ts';
import { type JudgePolicies, type Refusal, refusalOf } from './policies.ts';
import type { NetworkScenario } from './scenario.ts';
import { surplusFound } from './surplus.ts';

/** One call, and what became of it. `refusal` is what a policy says of a call that the network lets through. */
interface Tried {
  readonly attempt: Attempt;
  readonly connection: Connection;
  readonly refusal: Refusal | null;
}

/**
 * Starts the scenario's task in its VPC with the learner's endpoints: every call it makes, each judged on its own. Without `judge` a
 * policy that narrows anything leaves the call open.
 */
export function startTask(
  document: NetworkDocument,
  scenario: NetworkScenario,
  judge: JudgePolicies | null = null,
): Simulation {
  const network = layOut(document, scenario);
  const connections = new Map<string, Connection>();
  const connectionTo = (service: string): Connection => {
    const connection = connections.get(service) ?? connect(service, network);
    connections.set(service, connection);
    return connection;
  };
  const tried = attemptsOf(scenario).map((attempt): Tried => {
    const connection = open(attempt, network, connectionTo);
    const passes = connection.outcome === 'allowed' && attempt.by !== 'nothing';
    return { attempt, connection, refusal: passes ? refusalOf(attempt, scenario, judge, connectionTo) : null };
  });
  return { trace: tried.map((each) => stepOf(each, network)), diagnostics: diagnosticsOf(tried, network) };
}

function open(attempt: Attempt, network: Network, connectionTo: (service: string) => Connection): Connection {
  const { by, service } = attempt;
  const { scenario } = network;
  if (by === 'fargate') return reached('network/reached-by-fargate', attempt.call, 'public', []);
  if (by === 'nothing')
    return { ...closed(messageOf('network/exec-needs-newer-platform', {}), 'public', []), outcome: 'skipped' };
  if (service === null) return connectOutside(attempt.call, network) ?? closed(outOfReach(scenario), 'public', []);
  const elsewhere = attempt.secrets.find((secret) => regionOf(secret, scenario) !== scenario.region);
  if (elsewhere === undefined) return connectionTo(service);
  const message = messageOf('network/secret-elsewhere', { secret: elsewhere, region: regionOf(elsewhere, scenario) });
  return connectOutside(service, network) ?? closed(message, 'public', []);
}

/** The region of a secret: that of its ARN; a bare name is a parameter of the task's own. */
function regionOf(secret: string, { region }: NetworkScenario): string {
  return /^arn:[a-z-]+:[a-z]+:([a-z0-9-]+):/.exec(secret)?.[1] ?? region;
}

/** Why no endpoint leads to the image. */
function outOfReach({ task: { image } }: NetworkScenario) {
  const { kind, region } = homeOf(image);
  if (kind === 'ecr') return messageOf('network/registry-elsewhere', { image, region });
  return messageOf(kind === 'ecr-public' ? 'network/public-registry' : 'network/registry-out-of-reach', { image });
}

function stepOf({ attempt, connection, refusal }: Tried, network: Network): TraceStep {
  const { operation, group, call, service, stops, needs, blocked, by } = attempt;
  const { scenario } = network;
  const to = service === null ? '' : ` → com.amazonaws.${scenario.region}.${service}`;
  const base = {
    operation,
    kind: 'attempt',
    group,
    call: `${call}${to}`,
    stops,
    decidedBy: connection.decidedBy,
  } as const;
  const { outcome, message } = connection;
  if (outcome === 'denied') {
    const said = fillIn(attempt, connection, scenario);
    return {
      ...base,
      outcome,
      message: inOwnWords(attempt, message),
      said,
      source: sourceOf(said === '' ? needs : blocked),
    };
  }
  if (refusal !== null) {
    const { faults: _, decidedBy, ...rest } = refusal;
    return { ...base, ...rest, decidedBy: [...connection.decidedBy, ...decidedBy] };
  }
  const answer = outcome === 'allowed' && by === 'task' ? answerOf(attempt, scenario) : null;
  if (answer !== null) return { ...base, ...answer };
  return { ...base, outcome, message, said: '', source: connection.source ?? sourceOf(needs) };
}

/**
 * The first address of a subnet that AWS does not keep for itself is its fifth; an endpoint has one further up.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html (read 2026-11-24)
 */
const positionOfEndpoint = 15;

function fillIn({ blocked, secrets }: Attempt, { address }: Connection, scenario: NetworkScenario): string {
  return fill(blocked.said, {
    ...valuesOf(scenario),
    address: address === 'private' ? addressIn(scenario.subnet.cidr, positionOfEndpoint) : facts.publicAddress,
    secret: secrets[0] ?? '',
  });
}

function sourceOf({ url, readOn, evidence }: Source): Source {
  return { url, readOn, evidence };
}

function diagnosticsOf(tried: readonly Tried[], network: Network): readonly Diagnostic[] {
  const made = tried.filter(({ attempt }) => attempt.by === 'task');
  const used = made.flatMap(({ attempt }) => attempt.service ?? []);
  const unserved = made
    .filter(({ connection }) => connection.outcome === 'denied')
    .flatMap(({ attempt }) => attempt.service ?? []);
  const diagnostics = [
    ...namesFound(network),
    ...tried.flatMap(({ connection, refusal }) => [...connection.faults, ...(refusal?.faults ?? [])]),
    ...surplusFound(network, used, unserved),
  ];
  // One fault of a group closes every endpoint that it is at, and is still one fault.
  return withoutRepetition(
    diagnostics,
    ({ message: { code }, range: { file, start, end } }) => `${code} ${file} ${start} ${end}`,
  );
}
