import { type Failure, nothingDone, type StepContext, type StepResult } from '../run/state.ts';
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
  const several = registriesIn(textOf(context, 'registry-auth'));
  if (several.length === 0) return loginTo(wishOf(context), context);
  const results = several.map((fields) => loginTo(wishOf(context, fields), context));
  const failures = results.flatMap((result) => result.failures);
  return {
    ...nothingDone,
    outcome: failures.length === 0 ? 'success' : 'failure',
    log: results.flatMap(({ log }) => log),
    failures,
    attempts: results.flatMap(({ attempts }) => attempts),
    uses: results.flatMap(({ uses }) => uses),
    machine: { logins: new Set(results.flatMap(({ machine }) => [...(machine.logins ?? [])])) },
  };
}

type Fields = ReadonlyMap<string, string>;

/**
 * The registries of `registry-auth`, which is YAML in itself: a list of mappings. Only its usual form is read, a key and a text on each
 * line; whatever else it is counts as nothing.
 *
 * @source https://github.com/docker/login-action/blob/master/src/context.ts (read 2026-11-24)
 */
function registriesIn(text: string): readonly Fields[] {
  const items = text.split(/^\s*-[ \t]+/m).slice(1);
  return items.map((item) => {
    const pairs = Array.from(item.matchAll(/^\s*([\w-]+):[ \t]*(.*?)\s*$/gm), ([, key = '', value = '']) => [
      key,
      value,
    ]);
    return new Map(pairs.map(([key = '', value = '']) => [key, value.replace(/^(['"])(.*)\1$/, '$2')] as const));
  });
}

function loginTo(wish: Wish, context: StepContext): StepResult {
  const { host, isEcr } = wish;
  const leaves = { machine: { logins: new Set([...context.machine.logins, host === '' ? 'docker.io' : host]) } };
  const failure = failureOf(context, wish);
  if (failure?.code === 'workflow/login-without-password') {
    // Whoever forgets the registry, or writes a URL, means the exercise's: later steps are judged as if the login were there.
    const ownHost = registryHost(context.scenario.account, context.scenario.region);
    return { ...loginFailed(context, failure, ''), machine: { logins: new Set([...leaves.machine.logins, ownHost]) } };
  }
  if (failure !== null) return { ...loginFailed(context, failure, host), ...leaves };
  const ranges = rangesOf(context, 'registry', 'registry-auth');
  const refusal = (said: string) =>
    fail('workflow/ecr-token-denied', { host: readable(host) }, ranges, said || undefined);
  const result = logIn(context, host === '' ? 'docker.io' : host, ranges, refusal);
  const own = result.attempts.filter(({ operation }) => operation === 'ecr-login');
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
      ...own.map((attempt) => ({ ...attempt, operation: 'login-by-docker-login-action' })),
    ],
  };
}

interface Wish {
  readonly given: string;
  readonly host: string;
  readonly isEcr: boolean;
  readonly username: string;
  readonly password: string;
}

function wishOf(context: StepContext, fields?: Fields): Wish {
  const read = (name: string): string => (fields === undefined ? textOf(context, name) : (fields.get(name) ?? ''));
  const given = read('registry');
  const named = assumedHost(given, context);
  const isRecognised = readEcrHost(named) !== null;
  const mode = read('ecr') || 'auto';
  return {
    given,
    // A repository behind the host of ECR does no harm: the action logs in to the host alone.
    host: isRecognised ? (named.split('/')[0] ?? named) : named,
    isEcr: mode === 'true' || (mode !== 'false' && isRecognised),
    username: read('username'),
    password: read('password'),
  };
}

/** Why the action gives up before the registry is asked. */
function failureOf(context: StepContext, { given, isEcr, username, password }: Wish): Failure | null {
  if (!isEcr) {
    if (username !== '' && password !== '') return null;
    const registry = given === '' ? 'docker.io' : readable(given);
    return fail('workflow/login-without-password', { registry }, rangesOf(context, 'registry'));
  }
  const { credentials } = context.machine;
  if (username === '' && credentials === null)
    return fail('workflow/ecr-login-without-credentials', {}, [context.step.range]);
  const losesToken = username === 'AWS' ? password !== '' : username !== '' && credentials?.kind === 'oidc';
  return losesToken ? fail('workflow/session-token-lost', {}, rangesOf(context, 'username', 'password')) : null;
}
