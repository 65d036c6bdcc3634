import { fill } from '../../messages/catalog.ts';
import type { Source } from '../core/types.ts';
import { partitionOf } from './facts/partitions.ts';
import start from './facts/start.yaml';
import { homeOf, splitImage } from './image.ts';
import type { NetworkScenario, TaskDefinition } from './scenario.ts';

type When =
  | 'parameter-store-secret'
  | 'secrets-manager-secret'
  | 'ecr-image'
  | 'ecr-image-elsewhere'
  | 'other-image'
  | 'awslogs'
  | 'execute-command'
  | 'execute-command-with-key';

/** A text that AWS prints, with its source. `{names}` are filled in by the run. */
export interface Saying extends Source {
  readonly said: string;
}

/** A permission that a call needs: of who makes it, and of the policy of the endpoint of `at`. */
export interface Ask {
  readonly at: string;
  /** `registry`: a URL that ECR has signed; no role of the task stands behind it. */
  readonly as: 'execution-role' | 'task-role' | 'registry';
  readonly action: string;
  readonly resource: string;
}

/** One call of a starting task. `service` is null when no endpoint leads to what it calls. */
export interface Attempt {
  readonly operation: string;
  /** The state of the task in which it makes the call. */
  readonly group: string;
  readonly service: string | null;
  readonly call: string;
  /** True when the task does not start without it. */
  readonly stops: boolean;
  readonly asks: readonly Ask[];
  readonly needs: Source;
  readonly blocked: Saying;
  /** What is printed around AWS's sentence when a policy refuses the call; null for that sentence alone. */
  readonly refused: Saying | null;
  /** How the call leaves: by the task's network interface, by one that Fargate owns, or, where it is not made, by nothing. */
  readonly by: 'task' | 'fargate' | 'nothing';
  /** The secrets that it fetches. */
  readonly secrets: readonly string[];
}

interface FactOfAttempt extends Omit<Attempt, 'asks' | 'refused' | 'by' | 'secrets'> {
  readonly when: When;
  readonly asks?: readonly Ask[];
  readonly refused?: Saying;
  readonly on130?: (Source & { readonly by: 'fargate' | 'nothing' }) | { readonly blocked: Saying };
}

/** What a starting task does, and what AWS prints when it cannot. */
export const facts = start as unknown as {
  readonly attempts: readonly FactOfAttempt[];
  readonly application: Pick<Attempt, 'operation' | 'group' | 'call' | 'stops' | 'needs' | 'blocked'>;
  readonly orderOn130: readonly string[];
  readonly logGroupAbsent: Saying;
  readonly tagAbsent: Saying;
  readonly digestAbsent: Saying;
  readonly platformAbsent: Saying;
  readonly denials: Source &
    Readonly<Record<'identity' | 'identityExplicit' | 'endpoint' | 'endpointExplicit', string>>;
  readonly publicAddress: string;
};

/** What the task of a scenario will call, in the order in which it does. */
export function attemptsOf(scenario: NetworkScenario): readonly Attempt[] {
  const { task } = scenario;
  const made = facts.attempts.flatMap((fact) => attemptOf(fact, scenario));
  const called = (task.calls ?? []).map((service): Attempt => {
    const { operation, group, call, stops, needs, blocked } = facts.application;
    const base = { operation, group, call, stops, needs, blocked };
    return { ...base, service, asks: [], refused: null, by: 'task', secrets: [] };
  });
  if (task.platformVersion !== '1.3.0') return [...made, ...called];
  const place = ({ operation }: Attempt): number => {
    const at = facts.orderOn130.indexOf(operation);
    return at < 0 ? facts.orderOn130.length : at;
  };
  return [...made.toSorted((a, b) => place(a) - place(b)), ...called];
}

function attemptOf(fact: FactOfAttempt, scenario: NetworkScenario): readonly Attempt[] {
  const { when, asks = [], refused = null, on130, ...rest } = fact;
  const secrets = secretsWhen(when, scenario.task);
  const happens = secrets === null ? conditionsOf(scenario).has(when) : secrets.length > 0;
  if (!happens) return [];
  const values = valuesOf(scenario);
  const made: Attempt = { ...rest, asks, refused, by: 'task', secrets: secrets ?? [], call: fill(rest.call, values) };
  if (scenario.task.platformVersion !== '1.3.0' || on130 === undefined) return [made];
  if ('blocked' in on130) return [{ ...made, blocked: on130.blocked }];
  const { by, url, readOn, evidence } = on130;
  return [{ ...made, by, needs: { url, readOn, evidence } }];
}

/** What the texts of the facts are filled with. */
export function valuesOf({ account, region, task }: NetworkScenario): Readonly<Record<string, string>> {
  const { account: registryAccount, region: imageRegion } = homeOf(task.image);
  const { name: partition, dnsSuffix: suffix } = partitionOf(region);
  const { logGroup, executeCommandKmsKey: execKey = '' } = task;
  return {
    ...splitImage(task.image),
    ...{ account, region, partition, suffix, registryAccount, imageRegion, logGroup, execKey },
  };
}

/** The secrets of the store that a condition is about; null for a condition about something else. */
function secretsWhen(when: When, { secrets, repositoryCredentials }: TaskDefinition): readonly string[] | null {
  const named = secrets.map(({ valueFrom }) => valueFrom);
  if (when === 'parameter-store-secret') return named.filter((value) => !isInSecretsManager(value));
  if (when !== 'secrets-manager-secret') return null;
  return [...named.filter(isInSecretsManager), ...(repositoryCredentials === undefined ? [] : [repositoryCredentials])];
}

function isInSecretsManager(valueFrom: string): boolean {
  return /^arn:[a-z-]+:secretsmanager:/.test(valueFrom);
}

function conditionsOf({ region, task }: NetworkScenario): ReadonlySet<When> {
  const home = homeOf(task.image);
  const conditions = new Set<When>();
  if (home.kind !== 'ecr') conditions.add('other-image');
  else conditions.add(home.region === region ? 'ecr-image' : 'ecr-image-elsewhere');
  if (task.logDriver === 'awslogs') conditions.add('awslogs');
  if (task.executeCommand) conditions.add('execute-command');
  if (task.executeCommand && task.executeCommandKmsKey !== undefined) conditions.add('execute-command-with-key');
  return conditions;
}
