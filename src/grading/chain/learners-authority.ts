import type { TraceStep } from '../core/types.ts';
import type { PolicyDocuments } from '../iam/document.ts';
import { iamGrader } from '../iam/grader.ts';
import type { IamScenario, ScenarioCall, Token } from '../iam/scenario.ts';
import type { Authority, AuthorityAnswer, RegistryRequest, RegistryUse, RoleRequest } from '../workflow/run.ts';
import { authorityOf } from '../workflow/scenario.ts';
import type { ChainScenario } from './scenario.ts';

/** The learner's own policies in place of the scenario's: the trust policy decides over the role, the policy over the registry. */
export function learnersAuthority(policies: PolicyDocuments, scenario: ChainScenario): Authority {
  const given = authorityOf(scenario.workflow);
  return {
    assumeRole: (request) =>
      request.roleArn === scenario.workflow.role
        ? answerOf(stepsOfAssumption(policies, scenario, request))
        : given.assumeRole(request),
    useRegistry(request) {
      const exists = given.useRegistry(request);
      const use = { ...request, mergesBareManifests: false };
      return exists.outcome === 'allowed' ? answerOf(stepsOfUse(policies, scenario, use)) : exists;
    },
  };
}

/** What the trust policy makes of the token of a run that asks for the role. */
export function stepsOfAssumption(
  policies: PolicyDocuments,
  { trust }: ChainScenario,
  { claims }: RoleRequest,
): readonly TraceStep[] {
  const attempts = trust.attempts.map((call) => ({
    ...call,
    tokens: (call.tokens ?? []).map((token) => tokenOfRun(token, claims)),
  }));
  return ask(policies, trust, attempts);
}

/** A token as the scenario writes it, with the claims of the run. In a `sub` with ids the ids stand behind the names. */
function tokenOfRun(token: Token, claims: RoleRequest['claims']): Token {
  const [owner = '', name = ''] = (claims['repository'] ?? '').split('/');
  const withIds = `repo:${owner}@${token.claims['repository_owner_id']}/${name}@${token.claims['repository_id']}:`;
  const sub = claims['sub'] ?? '';
  return {
    kind: token.kind,
    claims: {
      ...token.claims,
      ...claims,
      sub: token.kind === 'ids' ? sub.replace(`repo:${owner}/${name}:`, withIds) : sub,
    },
  };
}

const phasesOf = {
  login: ['login'],
  push: ['push'],
  'cache-import': ['cache-import'],
  'cache-export': ['push'],
  pull: ['cache-import'],
  merge: ['merge'],
} as const satisfies Record<RegistryRequest['purpose'], readonly ScenarioCall['phase'][]>;

/**
 * What of a push BuildKit does and the Docker daemon with its own image store does not: it asks for each manifest before it puts it, and
 * a daemon without BuildKit has one manifest to put.
 *
 * @source https://github.com/moby/moby/blob/master/daemon/internal/distribution/push_v2.go (read 2026-11-24)
 */
const onlyByBuildKit: readonly string[] = ['head-child-manifest', 'put-child-manifest', 'head-manifest'];

/** What the policy makes of every registry call that a use of the registry consists of. Judged by documentation, not by the talk. */
export function stepsOfUse(
  policies: PolicyDocuments,
  { push }: ChainScenario,
  use: Pick<RegistryUse, 'purpose' | 'repository' | 'mergesBareManifests' | 'client'>,
): readonly TraceStep[] {
  const { purpose, repository, mergesBareManifests, client } = use;
  const phases: readonly (string | undefined)[] = phasesOf[purpose];
  const known = [...push.attempts, ...(push.merge ?? [])];
  const calls = known.filter(({ phase, evidence }) => phases.includes(phase) && evidence !== 'talk');
  const made = calls.filter(
    ({ id }) =>
      (mergesBareManifests || id !== 'merge-get-config') && !(client === 'docker' && onlyByBuildKit.includes(id)),
  );
  return ask(
    policies,
    push,
    made.map((call) => inRepository(call, repository)),
  );
}

/** The scenario's calls speak of its own repository; a run may use another. */
function inRepository(call: ScenarioCall, repository: string): ScenarioCall {
  const renamed = (text: string): string => text.replaceAll('/workshop-app', `/${repository}`);
  return repository === ''
    ? call
    : {
        ...call,
        group: renamed(call.group),
        call: renamed(call.call),
        ...(call.resource === undefined ? {} : { resource: renamed(call.resource) }),
        ...(call.refusal === undefined ? {} : { refusal: renamed(call.refusal) }),
      };
}

function ask(
  policies: PolicyDocuments,
  scenario: IamScenario,
  attempts: readonly ScenarioCall[],
): readonly TraceStep[] {
  return iamGrader.simulate(policies, { ...scenario, attempts, probes: [], nothingBeyond: false }).trace;
}

function answerOf(steps: readonly TraceStep[]): AuthorityAnswer {
  const stopped = steps.find(({ outcome, stops }) => outcome !== 'allowed' && stops);
  if (stopped === undefined) return { outcome: 'allowed', said: '' };
  return { outcome: stopped.outcome === 'denied' ? 'denied' : 'unknown', said: stopped.said };
}
