import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { registryHost } from '../scenario.ts';
import { readable } from '../unknown.ts';
import { fail, rangesOf, textOf } from './inputs.ts';
import { assumedHost, logIn, loginFailed, readEcrHost } from './registry-login.ts';

/**
 * Logs Docker in to one registry. A host of Amazon ECR is recognised by its name; then the token comes from AWS.
 *
 * @source https://github.com/docker/login-action/blob/master/src/aws.ts (read 2026-11-24)
 */
export function loginWithDocker(context: StepContext): StepResult {
  const given = textOf(context, 'registry');
  const named = assumedHost(given, context);
  // A repository behind the host of ECR does no harm: the action logs in to the host alone.
  const host = readEcrHost(named) === null ? named : (named.split('/')[0] ?? named);
  const mode = textOf(context, 'ecr', 'auto');
  const isEcr = mode === 'true' || (mode !== 'false' && readEcrHost(host) !== null);
  const username = textOf(context, 'username');
  const password = textOf(context, 'password');
  const ownHost = registryHost(context.scenario.account, context.scenario.region);
  const leaves = {
    machine: { logins: new Set([...context.machine.logins, host === '' ? 'docker.io' : host]) },
  };
  // Whoever forgets the registry, or writes a URL, means the exercise's: later steps are judged as if the login were there.
  const meant = { machine: { logins: new Set([...leaves.machine.logins, ownHost]) } };
  const ranges = rangesOf(context, 'registry');
  if (!isEcr && (username === '' || password === '')) {
    const failure = fail(
      'workflow/login-without-password',
      { registry: given === '' ? 'docker.io' : readable(given) },
      ranges,
    );
    return { ...loginFailed(context, failure, ''), ...meant };
  }
  if (isEcr && username === '' && context.machine.credentials === null) {
    const failure = fail('workflow/ecr-login-without-credentials', {}, [context.step.range]);
    return { ...loginFailed(context, failure, host), ...leaves };
  }
  if (isEcr && context.machine.credentials?.kind === 'oidc' && username !== '' && username !== 'AWS') {
    const failure = fail('workflow/session-token-lost', {}, rangesOf(context, 'username', 'password'));
    return { ...loginFailed(context, failure, host), ...leaves };
  }
  if (isEcr && username === 'AWS' && password !== '') {
    const failure = fail('workflow/session-token-lost', {}, rangesOf(context, 'username', 'password'));
    return { ...loginFailed(context, failure, host), ...leaves };
  }
  const refusal = (said: string) =>
    fail('workflow/ecr-token-denied', { host: readable(host) }, ranges, said || undefined);
  const result = logIn(context, host === '' ? 'docker.io' : host, ranges, refusal);
  return {
    ...nothingDone,
    ...result,
    ...leaves,
    outcome: result.failures.length === 0 ? 'success' : 'failure',
    log: [
      ...(isEcr ? [`AWS ECR detected with ${readEcrHost(host)?.region ?? ''} region`] : []),
      `Logging into ${readable(host)}...`,
      'Login Succeeded!',
    ],
    attempts: [
      ...result.attempts,
      ...result.attempts
        .filter(({ operation }) => operation === 'ecr-login')
        .map((attempt) => ({ ...attempt, operation: 'login-by-docker-login-action' })),
    ],
  };
}
