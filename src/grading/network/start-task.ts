import { fill } from '../../messages/catalog.ts';
import type { Diagnostic, Simulation, Source, TraceStep } from '../core/types.ts';
import { type Attempt, attemptsOf, facts, type Saying, splitImage } from './attempts.ts';
import { addressIn } from './cidr.ts';
import { messageOf } from './diagnostic.ts';
import type { NetworkDocument } from './document.ts';
import { layOut, type Network } from './layout.ts';
import { namesFound } from './names.ts';
import { type Connection, connect } from './route.ts';
import type { NetworkScenario } from './scenario.ts';
import { surplusFound } from './surplus.ts';

/** Starts the scenario's task in its VPC with the learner's endpoints: every call it makes, each judged on its own. */
export function startTask(document: NetworkDocument, scenario: NetworkScenario): Simulation {
  const network = layOut(document, scenario);
  const tried = attemptsOf(scenario).map((attempt) => ({ attempt, connection: open(attempt, network) }));
  const closed = tried.filter(({ connection }) => connection.outcome === 'denied');
  const used = tried.flatMap(({ attempt }) => attempt.service ?? []);
  const unserved = closed.flatMap(({ attempt }) => attempt.service ?? []);
  return {
    trace: tried.map(({ attempt, connection }) => stepOf(attempt, connection, network)),
    diagnostics: withoutRepetition([
      ...namesFound(network),
      ...tried.flatMap(({ connection }) => connection.faults),
      ...surplusFound(network, used, unserved),
    ]),
  };
}

function open({ service }: Attempt, network: Network): Connection {
  if (service !== null) return connect(service, network);
  const message = messageOf('network/registry-out-of-reach', { image: network.scenario.task.image });
  return { outcome: 'denied', message, address: 'public', decidedBy: [], faults: [], source: null };
}

function stepOf(attempt: Attempt, connection: Connection, network: Network): TraceStep {
  const { operation, group, call, service, stops, needs, blocked } = attempt;
  const to = service === null ? '' : ` → com.amazonaws.${network.scenario.region}.${service}`;
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
    const said = fillIn(blocked, connection, network);
    return { ...base, outcome, message, said, source: sourceOf(said === '' ? needs : blocked) };
  }
  const answer = outcome === 'allowed' && operation === 'get-manifest' ? manifestRefusal(network) : null;
  if (answer !== null) return { ...base, ...answer };
  return { ...base, outcome, message, said: '', source: connection.source ?? sourceOf(needs) };
}

/** What the registry answers when it is reached but has no such image; null when it has, or when the scenario does not say. */
function manifestRefusal({ scenario }: Network): Pick<TraceStep, 'outcome' | 'message' | 'said' | 'source'> | null {
  const { task, registry } = scenario;
  const { tag, image } = splitImage(task.image);
  if (registry === undefined) return null;
  const platforms = Object.hasOwn(registry.published, tag) ? registry.published[tag] : undefined;
  const platform = task.cpuArchitecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
  if (platforms === undefined) {
    const said = fill(facts.tagAbsent.said, { image });
    return {
      outcome: 'denied',
      message: messageOf('network/tag-absent', { tag }),
      said,
      source: sourceOf(facts.tagAbsent),
    };
  }
  if (platforms.includes(platform)) return null;
  const message = messageOf('network/platform-absent', { tag, platform });
  return {
    outcome: 'denied',
    message,
    said: fill(facts.platformAbsent.said, { platform }),
    source: sourceOf(facts.platformAbsent),
  };
}

/** The first address of a subnet that AWS does not keep for itself is its fifth; an endpoint has one further up. */
const positionOfEndpoint = 15;

function fillIn({ said }: Saying, { address }: Connection, { scenario }: Network): string {
  const { region, subnet, task } = scenario;
  return fill(said, {
    ...splitImage(task.image),
    region,
    address: address === 'private' ? addressIn(subnet.cidr, positionOfEndpoint) : facts.publicAddress,
    secret: task.secrets[0]?.valueFrom ?? '',
  });
}

function sourceOf({ url, readOn, evidence }: Source): Source {
  return { url, readOn, evidence };
}

/** One fault of a group closes every endpoint that it is at, and is still one fault. */
function withoutRepetition(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ message, range }) => {
    const key = `${message.code} ${range.start} ${range.end}`;
    return !seen.has(key) && seen.add(key);
  });
}
