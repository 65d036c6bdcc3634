import { type Failure, nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { registryHost } from '../scenario.ts';
import { couldBe, isUnknown, readable, unknown } from '../unknown.ts';
import { fail, itemsOf, rangesOf, textOf } from './inputs.ts';
import { logIn, loginFailed } from './registry-login.ts';

/**
 * Logs Docker in to the registries of the accounts it is given, or to the one of the credentials.
 *
 * @source https://github.com/aws-actions/amazon-ecr-login/blob/main/index.js (read 2026-11-24)
 */
export function loginToEcr(context: StepContext): StepResult {
  const asked = askedOf(context);
  const { hosts } = asked;
  const leaves = whatItLeaves(context, hosts);
  const refusal = refusalOf(context, asked);
  if (refusal !== null) {
    const { machine, outputs } = leaves;
    return { ...leaves, ...loginFailed(context, refusal, hosts[0] ?? ''), machine, outputs };
  }
  const results = hosts.map((host) =>
    logIn(context, host, rangesOf(context, 'registries'), (said) =>
      fail('workflow/ecr-token-denied', { host }, [context.step.range], said || undefined),
    ),
  );
  const failures = results.flatMap((result) => result.failures);
  return {
    ...leaves,
    outcome: failures.length === 0 ? 'success' : 'failure',
    log: hosts.map((host) => `Logging into registry ${readable(host)}`),
    failures,
    attempts: results.flatMap((result) => result.attempts),
    uses: results.flatMap((result) => result.uses),
  };
}

/** What the inputs and the environment ask for. */
interface Asked {
  readonly type: string;
  /** Empty where the environment names none. */
  readonly region: string;
  readonly accounts: readonly string[];
  readonly hosts: readonly string[];
}

function askedOf(context: StepContext): Asked {
  const { machine, scenario } = context;
  const type = textOf(context, 'registry-type', 'private');
  const region = context.env.get('AWS_REGION')?.value ?? context.env.get('AWS_DEFAULT_REGION')?.value ?? '';
  const given = itemsOf(textOf(context, 'registries'), 'lines-and-commas');
  const own = machine.credentials?.account ?? scenario.account;
  const accounts = given.length === 0 ? [own] : given.map((id) => (couldBe(id, own) ? own : id));
  const hosts =
    type === 'public' ? ['public.ecr.aws'] : accounts.map((id) => registryHost(id, region || scenario.region));
  return { type, region, accounts, hosts };
}

/** Why the action does not even ask for a token. */
function refusalOf(context: StepContext, { type, region, accounts }: Asked): Failure | null {
  if (type !== 'private' && type !== 'public')
    return fail('workflow/registry-type-invalid', { type }, rangesOf(context, 'registry-type'));
  const odd = accounts.find((id) => !/^\d{12}$/.test(id) && !isUnknown(id));
  if (odd !== undefined)
    return fail('workflow/account-id-malformed', { account: odd }, rangesOf(context, 'registries'));
  const { range } = context.step;
  if (region === '') return fail('workflow/ecr-region-missing', {}, [range]);
  return context.machine.credentials === null ? fail('workflow/ecr-login-without-credentials', {}, [range]) : null;
}

function whatItLeaves(context: StepContext, hosts: readonly string[]): StepResult {
  const names = hosts.map((host) => host.replace(/[^\w]/g, '_'));
  const outputs = Object.fromEntries([
    ...(hosts.length === 1 ? [['registry', hosts[0] ?? '']] : []),
    ...names.flatMap((name) => [
      [`docker_username_${name}`, 'AWS'],
      [`docker_password_${name}`, unknown('output', 'docker_password')],
    ]),
  ]) as Readonly<Record<string, string>>;
  return { ...nothingDone, outputs, machine: { logins: new Set([...context.machine.logins, ...hosts]) } };
}
