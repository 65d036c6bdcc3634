import type { Code } from '../../../messages/index.ts';
import { fail } from '../actions/inputs.ts';
import { unknown } from '../unknown.ts';
import type { Call, Done } from './call.ts';
import { lastOf, type OptionTable, readOptions } from './options.ts';

const table: OptionTable = {
  valued: ['region', 'profile', 'output', 'query', 'registry-ids', 'repository-name', 'endpoint-url'],
  flags: ['no-cli-pager', 'debug', 'no-paginate'],
  short: {},
};

/** The region that a login token was made for, kept with the token. */
export const tokenName = 'ecr-login-password';

/**
 * The commands of the AWS CLI that a push needs: a password for Docker, and the account.
 *
 * @source https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html (read 2026-11-24)
 */
export function aws(call: Call): Done {
  const options = readOptions(call.args, table);
  const [service, operation] = options.operands;
  const isLogin = service === 'ecr' && (operation === 'get-login-password' || operation === 'get-login');
  const isAccount = service === 'sts' && operation === 'get-caller-identity';
  if (!isLogin && !isAccount) return { status: 'unknown', out: `${unknown('command', 'aws')}\n` };
  const region =
    lastOf(options, 'region') ?? call.variables.get('AWS_REGION') ?? call.variables.get('AWS_DEFAULT_REGION') ?? '';
  const { credentials } = call.context.machine;
  if (isLogin && operation === 'get-login') return failed(call, 'workflow/aws-get-login-gone');
  if (isLogin && region === '') return failed(call, 'workflow/aws-cli-region-missing');
  if (credentials === null && !hasKeys(call)) return failed(call, 'workflow/aws-cli-without-credentials');
  if (isLogin) return { status: 'ok', out: `${unknown('output', `${tokenName}.${region}`)}\n` };
  const query = lastOf(options, 'query') ?? '';
  const account = credentials?.account ?? call.context.scenario.account;
  return { status: 'ok', out: `${/account/i.test(query) ? account : unknown('command', 'aws sts')}\n` };
}

function hasKeys({ variables }: Call): boolean {
  return (variables.get('AWS_ACCESS_KEY_ID') ?? '') !== '' && (variables.get('AWS_SECRET_ACCESS_KEY') ?? '') !== '';
}

function failed(call: Call, code: Code): Done {
  return { status: 'failed', out: '', effects: { failures: [fail(code, {}, [call.range])] } };
}
