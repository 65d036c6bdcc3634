import type { Attempt, Failure, StepContext, StepResult } from '../run/state.ts';
import { nothingDone } from '../run/state.ts';
import { registryHost } from '../scenario.ts';
import { couldBe, isAssumable, isUnknown } from '../unknown.ts';

/** Hosts that Docker knows as Amazon ECR. */
const ecrHost =
  /^(?:(\d{12})\.(?:dkr\.ecr|dkr-ecr)\.([a-z0-9-]+)\.(?:on\.aws|amazonaws\.(?:com(?:\.cn)?|eu)))(?:\/.*)?$/;

/** Account and region of an ECR host; null for any other registry. */
export function readEcrHost(host: string): { readonly account: string; readonly region: string } | null {
  const match = ecrHost.exec(host);
  return match?.[1] === undefined || match[2] === undefined ? null : { account: match[1], region: match[2] };
}

/** A host whose hidden parts are secrets or variables is taken to be the exercise's, where it could be. */
export function assumedHost(host: string, context: StepContext): string {
  const own = registryHost(context.scenario.account, context.scenario.region);
  return isUnknown(host) && isAssumable(host) && couldBe(host, own) ? own : host;
}

/** Whether a host is the registry that the exercise speaks of. */
function isOwnHost(host: string, { scenario }: StepContext): boolean {
  return host === registryHost(scenario.account, scenario.region);
}

/** A login to one registry that has passed the client's own checks: the registry's answer decides. */
export function logIn(
  context: StepContext,
  host: string,
  ranges: Failure['ranges'],
  refusal: (said: string) => Failure,
): Pick<StepResult, 'attempts' | 'uses' | 'failures'> {
  const isEcr = readEcrHost(host) !== null;
  const request = { purpose: 'login', host, repository: '', platforms: [] } as const;
  // A token of this account is good for a login at any of its registries; what it may do there, each call tells.
  const answer = isOwnHost(host, context)
    ? context.authority.useRegistry(request)
    : { outcome: 'allowed' as const, said: '' };
  const failure = answer.outcome === 'denied' ? refusal(answer.said) : null;
  const attempt: Attempt = {
    operation: isOwnHost(host, context) ? 'ecr-login' : 'login-elsewhere',
    call: isEcr ? `ecr:GetAuthorizationToken, docker login ${host}` : `docker login ${host}`,
    outcome: failure === null ? answer.outcome : 'denied',
    failure,
    decidedBy: failure?.ranges ?? ranges,
  };
  return {
    attempts: [attempt],
    uses: [{ ...request, references: [], mergesBareManifests: false, range: ranges[0] ?? context.step.range }],
    failures: failure === null ? [] : [failure],
  };
}

/** A login that the client itself gives up. */
export function loginFailed(context: StepContext, failure: Failure, host: string): StepResult {
  const own = isOwnHost(host, context);
  const attempt: Attempt = {
    operation: own || host === '' ? 'ecr-login' : 'login-elsewhere',
    call: `docker login ${host}`.trimEnd(),
    outcome: 'denied',
    failure,
    decidedBy: failure.ranges,
  };
  return { ...nothingDone, outcome: 'failure', failures: [failure], attempts: [attempt] };
}
