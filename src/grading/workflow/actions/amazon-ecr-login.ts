import type { Code } from '../../../messages/index.ts';
import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
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
  const { machine, scenario } = context;
  const type = textOf(context, 'registry-type', 'private');
  const region = context.env.get('AWS_REGION')?.value ?? context.env.get('AWS_DEFAULT_REGION')?.value ?? '';
  const accounts = itemsOf(textOf(context, 'registries'), 'lines-and-commas');
  const own = machine.credentials?.account ?? scenario.account;
  const wanted = accounts.length === 0 ? [own] : accounts.map((id) => (couldBe(id, own) ? own : id));
  const hosts =
    type === 'public' ? ['public.ecr.aws'] : wanted.map((id) => registryHost(id, region || scenario.region));
  const leaves = whatItLeaves(context, hosts);
  const reject = (code: Code, params: Record<string, string>, ...inputs: string[]): StepResult => ({
    ...leaves,
    ...loginFailed(
      context,
      fail(code, params, inputs.length === 0 ? [context.step.range] : rangesOf(context, ...inputs)),
      hosts[0] ?? '',
    ),
    machine: leaves.machine,
    outputs: leaves.outputs,
  });
  if (type !== 'private' && type !== 'public')
    return reject('workflow/registry-type-invalid', { type }, 'registry-type');
  const odd = wanted.find((id) => !/^\d{12}$/.test(id) && !isUnknown(id));
  if (odd !== undefined) return reject('workflow/account-id-malformed', { account: odd }, 'registries');
  if (region === '') return reject('workflow/ecr-region-missing', {});
  if (machine.credentials === null) return reject('workflow/ecr-login-without-credentials', {});
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
