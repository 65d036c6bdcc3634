import { fill } from '../../messages/catalog.ts';
import type { Source } from '../core/types.ts';
import start from './facts/start.yaml';
import type { NetworkScenario, TaskDefinition } from './scenario.ts';

type When =
  | 'parameter-store-secret'
  | 'secrets-manager-secret'
  | 'ecr-image'
  | 'other-image'
  | 'awslogs'
  | 'execute-command';

/** A text that AWS prints, with its source. `{names}` are filled in by the run. */
export interface Saying extends Source {
  readonly said: string;
}

/** One call of a starting task. `service` is null when no endpoint leads to what it calls. */
export interface Attempt {
  readonly operation: string;
  readonly when: When;
  /** The state of the task in which it makes the call. */
  readonly group: string;
  readonly service: string | null;
  readonly call: string;
  /** True when the task does not start without it. */
  readonly stops: boolean;
  readonly needs: Source;
  readonly blocked: Saying;
}

/** What a starting task does, and what AWS prints when it cannot. */
export const facts = start as {
  readonly attempts: readonly Attempt[];
  readonly tagAbsent: Saying;
  readonly platformAbsent: Saying;
  readonly publicAddress: string;
};

/** The parts of the image that a task runs, by the names that the facts' texts use. */
export interface ImageParts {
  readonly image: string;
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  /** Host and repository. */
  readonly uri: string;
}

/** Splits an image name. A name without a tag means `latest`, one without a host Docker Hub. */
export function splitImage(image: string): ImageParts {
  const match = /^(?:([^/]*[.:][^/]*)\/)?([^:@]+)(?::([^@]+))?(?:@.*)?$/.exec(image);
  const [host, repository, tag] = [match?.[1] ?? 'docker.io', match?.[2] ?? image, match?.[3] ?? 'latest'];
  return { image, host, repository, tag, uri: `${host}/${repository}` };
}

/** What the task of a scenario will call, in the order in which it does. */
export function attemptsOf({ region, task }: NetworkScenario): readonly Attempt[] {
  const conditions = conditionsOf(task, region);
  const { image, repository, tag } = splitImage(task.image);
  return facts.attempts
    .filter(({ when }) => conditions.has(when))
    .map((attempt) => ({ ...attempt, call: fill(attempt.call, { image, repository, tag, region }) }));
}

function conditionsOf(
  { image, secrets, logDriver, executeCommand }: TaskDefinition,
  region: string,
): ReadonlySet<When> {
  const stores = secrets.map(({ valueFrom }) =>
    valueFrom.startsWith('arn:aws:secretsmanager:')
      ? ('secrets-manager-secret' as const)
      : ('parameter-store-secret' as const),
  );
  const fromEcr = splitImage(image).host.endsWith(`.dkr.ecr.${region}.amazonaws.com`);
  return new Set<When>([
    ...stores,
    fromEcr ? 'ecr-image' : 'other-image',
    ...(logDriver === 'awslogs' ? (['awslogs'] as const) : []),
    ...(executeCommand ? (['execute-command'] as const) : []),
  ]);
}
