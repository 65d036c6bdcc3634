import type { Evidence, SourceRange } from '../core/types.ts';

/** The world that a workflow meets: what happened on GitHub, and what exists in AWS. Data, one file a scenario. */
export interface WorkflowScenario {
  readonly event: WorkflowEvent;
  readonly account: string;
  readonly region: string;
  /** ARN of the role that the workflow is meant to assume. */
  readonly role: string;
  /** Subjects that the role's trust policy lets in. */
  readonly trustedSubjects: readonly string[];
  readonly audience: string;
  /** Repositories that exist in the registry of the account and region; the first is the one to push to. */
  readonly repositories: readonly [string, ...string[]];
  /** What the exercise asks of the run, by operation. */
  readonly asks: readonly AskedOperation[];
  /** Actions that the exercise rules out. */
  readonly forbids: readonly string[];
  /** True where nobody knows the role and the registry that the text names: they take what the run asks of them. */
  readonly isOpen?: boolean;
}

/** What happens on GitHub, as far as a run can tell. */
export interface WorkflowEvent {
  readonly name: string;
  /** Full ref: `refs/heads/main`, `refs/tags/v1.2.0`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly sha: string;
  readonly repository: string;
  readonly defaultBranch: string;
  readonly private: boolean;
  readonly actor: string;
  readonly runNumber: number;
  /** What happened, where an event has several kinds: `opened`, `published`. */
  readonly activity?: string;
  /** Of a pull request: the branch that it asks to change, the branch that it comes from, and whether that one is in a fork. */
  readonly pull?: { readonly base: string; readonly head: string; readonly isFromFork: boolean };
  /** Ids that the subject of a token carries for repositories made or moved after 2026-07-15. */
  readonly ids?: { readonly owner: string; readonly repository: string };
}

/** The short name of a branch or tag: `main` for `refs/heads/main`. Any other ref is left as it is. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '');
}

/** Whether strangers made the event, so that the run gets neither secrets nor rights to write. `pull_request_target` runs for the base. */
export function isFromFork({ name, pull }: WorkflowEvent): boolean {
  return pull?.isFromFork === true && name !== 'pull_request_target';
}

/** An operation that a goal may name, as the trace shows it. */
export interface AskedOperation {
  readonly operation: string;
  readonly call: string;
  readonly source: { readonly url: string; readonly readOn: string; readonly evidence: Evidence };
  /** For `serve-…`: the platform that the pushed tag has to serve. */
  readonly platform?: string;
}

/** What AWS or a registry answers to one request. */
export interface AuthorityAnswer {
  readonly outcome: 'allowed' | 'denied' | 'unknown';
  /** What the client prints of the refusal, verbatim; empty where the step's usual words serve. */
  readonly said: string;
}

/** A role that a run asks for, by the claims of its token. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly claims: Readonly<Record<string, string>>;
}

/** A role that the run assumed, or tried to, and the place that names it. */
export interface RoleAssumption extends RoleRequest {
  readonly range: SourceRange;
}

/** What a client wants of a registry. */
export type RegistryPurpose = 'login' | 'push' | 'cache-import' | 'cache-export' | 'pull' | 'merge';

/** One request to a registry, by what it touches there. */
export interface RegistryRequest {
  readonly purpose: RegistryPurpose;
  readonly host: string;
  /** Empty for a login, which is for the whole registry. */
  readonly repository: string;
  readonly platforms: readonly string[];
  /** `docker`: pushed by the Docker daemon itself, with other calls than BuildKit makes. Left out where both make the same. */
  readonly client?: 'buildx' | 'docker';
}

/** Who decides over the role and the registry: the scenario itself, or the learner's own policies. */
export interface Authority {
  assumeRole(request: RoleRequest): AuthorityAnswer;
  useRegistry(request: RegistryRequest): AuthorityAnswer;
}

/** What a run did to the outside, as plain data for those who judge it further. */
export interface RunEffects {
  readonly assumptions: readonly RoleAssumption[];
  readonly registryUses: readonly RegistryUse[];
  /** Platforms that each pushed reference serves at the end: `host/repository:tag`. */
  readonly published: Readonly<Record<string, readonly string[]>>;
}

/** A request that the run made, with what it put there or read, and the place that asks for it. */
export interface RegistryUse extends RegistryRequest {
  /** Tags, or digests where a push sets none. */
  readonly references: readonly string[];
  /** A merge that has to read the configuration of manifests that name no platform. */
  readonly mergesBareManifests: boolean;
  readonly range: SourceRange;
}

/** Host of the private registry of an account in a region. */
export function registryHost(account: string, region: string): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

const taken: AuthorityAnswer = { outcome: 'allowed', said: '' };

/** The authority of a scenario: its role trusts its subjects, its repositories exist and may be used. */
export function authorityOf(scenario: WorkflowScenario): Authority {
  const host = registryHost(scenario.account, scenario.region);
  if (scenario.isOpen === true) return { assumeRole: () => taken, useRegistry: () => taken };
  return {
    assumeRole({ roleArn, claims }) {
      // Whether a role trusts an environment, its trust policy says, and a scenario has none: the branch decides, and a rule warns.
      const subject =
        claims['environment'] === undefined ? claims['sub'] : `repo:${claims['repository']}:ref:${claims['ref']}`;
      const isTrusted =
        roleArn === scenario.role &&
        claims['aud'] === scenario.audience &&
        scenario.trustedSubjects.includes(subject ?? '');
      return { outcome: isTrusted ? 'allowed' : 'denied', said: '' };
    },
    useRegistry(request) {
      if (request.host !== host) return { outcome: 'denied', said: '' };
      if (request.purpose === 'login' || scenario.repositories.includes(request.repository))
        return { outcome: 'allowed', said: '' };
      const [account] = request.host.split('.');
      return {
        outcome: 'denied',
        said: `name unknown: The repository with name '${request.repository}' does not exist in the registry with id '${account}'`,
      };
    },
  };
}
