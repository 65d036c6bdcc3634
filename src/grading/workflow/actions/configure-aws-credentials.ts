import { givesIdToken } from '../run/permissions.ts';
import {
  type Attempt,
  type Binding,
  type Failure,
  nothingDone,
  type StepContext,
  type StepResult,
} from '../run/state.ts';
import { couldBe, isAssumable, isUnknown, readable, unknown } from '../unknown.ts';
import { booleanOf, fail, itemsOf, rangesOf, textOf } from './inputs.ts';

const booleans = [
  'mask-aws-account-id',
  'output-env-credentials',
  'force-skip-oidc',
  'role-chaining',
  'output-credentials',
] as const;

/** Environment variables that stand in for inputs that are not given. */
const fromEnvironment: Readonly<Record<string, string>> = {
  'aws-region': 'AWS_REGION',
  'role-to-assume': 'ROLE_TO_ASSUME',
  'aws-access-key-id': 'AWS_ACCESS_KEY_ID',
  'aws-secret-access-key': 'AWS_SECRET_ACCESS_KEY',
  'role-session-name': 'ROLE_SESSION_NAME',
  audience: 'AUDIENCE',
  'web-identity-token-file': 'WEB_IDENTITY_TOKEN_FILE',
};

interface Wish {
  readonly region: string;
  readonly role: string;
  readonly keyId: string;
  readonly secret: string;
  readonly sessionName: string;
  readonly audience: string;
  /** A file with a token of another provider; empty where there is none. */
  readonly tokenFile: string;
}

/**
 * Gets credentials of AWS: by the job's OIDC token, or by keys. Checks come in the action's own order, and the first that fails ends it.
 *
 * @source https://github.com/aws-actions/configure-aws-credentials/blob/main/src/index.ts (read 2026-11-24)
 */
export function configureAwsCredentials(context: StepContext): StepResult {
  const wish = wishOf(context);
  const flags = booleans.map((name) => booleanOf(context, name, name === 'output-env-credentials'));
  const isOidc = wish.role !== '' && wish.keyId === '' && !flags[2]?.is;
  const failure = flags.find((flag) => flag.failure !== null)?.failure ?? failureOf(context, wish, isOidc);
  const request = { roleArn: roleArnOf(wish.role, context), claims: { ...context.claims, aud: wish.audience } };
  const answer = isOidc && failure === null ? context.authority.assumeRole(request) : null;
  const final = failure ?? (answer?.outcome === 'denied' ? refusedRole(context, request.roleArn, answer.said) : null);
  const attempt: Attempt = {
    operation: isOidc ? 'assume-role' : 'use-keys',
    call: isOidc ? `sts:AssumeRoleWithWebIdentity ${readable(request.roleArn)}` : 'sts:GetCallerIdentity',
    outcome: final !== null ? 'denied' : answer?.outcome === 'unknown' ? 'unknown' : 'allowed',
    failure: final,
    decidedBy: final?.ranges ?? rangesOf(context, 'role-to-assume'),
  };
  const logged = [
    isOidc ? 'Assuming role with OIDC' : 'Proceeding with IAM user credentials',
    `Authenticated as assumedRoleId AROAEXAMPLE:${wish.sessionName}`,
  ];
  const place = rangesOf(context, 'role-to-assume')[0] ?? context.step.range;
  return {
    ...nothingDone,
    outcome: final === null ? 'success' : 'failure',
    log: final === null ? logged : [],
    failures: final === null ? [] : [final],
    attempts: [attempt],
    ...whatItLeaves(context, wish, { isOidc, masks: flags[0]?.is === true, exportsThem: flags[1]?.is !== false }),
    assumptions: isOidc && failure === null ? [{ ...request, range: place }] : [],
  };
}

/** Outputs, and what later steps find in their environment. With a profile, or where it is told not to, the action leaves neither. */
function whatItLeaves(
  context: StepContext,
  wish: Wish,
  told: { readonly isOidc: boolean; readonly masks: boolean; readonly exportsThem: boolean },
): Pick<StepResult, 'machine' | 'outputs'> {
  const account = accountOf(wish.role, context);
  const masks = told.masks ? [...context.machine.masks, account] : context.machine.masks;
  if (!told.exportsThem || textOf(context, 'aws-profile') !== '') return { machine: { masks }, outputs: {} };
  return {
    machine: {
      exported: exportedWith(context, wish),
      credentials: { account, kind: told.isOidc ? 'oidc' : 'keys' },
      masks,
    },
    outputs: { 'aws-account-id': account, 'authenticated-arn': unknown('output', 'authenticated-arn') },
  };
}

/** AWS does not let the run assume the role: the role's ARN, the audience or the environment may be to blame. */
function refusedRole(context: StepContext, roleArn: string, said: string): Failure {
  const { environment } = context.job;
  const ranges = [
    ...rangesOf(context, 'role-to-assume'),
    ...(context.input('audience') === undefined ? [] : rangesOf(context, 'audience')),
    ...(environment === undefined ? [] : [environment.range]),
  ];
  const params = { role: readable(roleArn), subject: context.claims['sub'] ?? '' };
  return fail('workflow/role-not-trusted', params, ranges, said || undefined);
}

function wishOf(context: StepContext): Wish {
  const read = (name: string, otherwise = ''): string =>
    textOf(context, name, context.env.get(fromEnvironment[name] ?? '')?.value ?? otherwise);
  const region = read('aws-region');
  const role = read('role-to-assume');
  return {
    region: isAssumable(region) && couldBe(region, context.scenario.region) ? context.scenario.region : region,
    role: isAssumable(role) && couldBe(role, context.scenario.role) ? context.scenario.role : role,
    // Keys that an earlier step left in the environment belong to a session, not to this action's inputs.
    keyId: context.machine.credentials === null ? read('aws-access-key-id') : textOf(context, 'aws-access-key-id'),
    secret:
      context.machine.credentials === null ? read('aws-secret-access-key') : textOf(context, 'aws-secret-access-key'),
    sessionName: read('role-session-name', 'GitHubActions'),
    tokenFile: read('web-identity-token-file'),
    audience: read(
      'audience',
      context.scenario.region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com',
    ),
  };
}

/** What the action trips over, in its own order. */
function failureOf(context: StepContext, wish: Wish, isOidc: boolean): Failure | null {
  return (
    oddInput(context, wish) ??
    (isOidc ? missingTokenFile(context, wish) : null) ??
    lackingCredentials(context, wish, isOidc) ??
    (isOidc ? oddRole(context, wish) : null) ??
    otherAccount(context, wish)
  );
}

function oddInput(context: StepContext, { region, sessionName }: Wish): Failure | null {
  if (region === '') return fail('workflow/aws-region-missing', {}, rangesOf(context, 'aws-region'));
  if (!/^[a-z0-9-]+$/.test(region) && !isUnknown(region))
    return fail('workflow/aws-region-invalid', { region }, rangesOf(context, 'aws-region'));
  const { length } = sessionName;
  const isOddLength = length < 2 || length > 64;
  if (isUnknown(sessionName) || (!isOddLength && /^[\w+=,.@-]*$/.test(sessionName))) return null;
  const name = readable(sessionName);
  const said = `Error: Role session name must be between 2 and 64 characters, got ${length}: '${name}'`;
  const ranges = rangesOf(context, 'role-session-name');
  return fail('workflow/session-name-invalid', { name, length }, ranges, isOddLength ? said : undefined);
}

function lackingCredentials(context: StepContext, { keyId, secret }: Wish, isOidc: boolean): Failure | null {
  const { scopes, credentials } = context.machine;
  if (keyId !== '' && secret === '')
    return fail('workflow/secret-key-missing', {}, rangesOf(context, 'aws-access-key-id'));
  if (isOidc) return givesIdToken(scopes) ? null : fail('workflow/no-oidc-token', {}, permissionRanges(context));
  return keyId === '' && credentials === null ? fail('workflow/no-aws-credentials', {}, [context.step.range]) : null;
}

/** A token file is taken before the token of the run. Only a script of the same job can have written one. */
function missingTokenFile(context: StepContext, { tokenFile }: Wish): Failure | null {
  if (tokenFile === '' || isUnknown(tokenFile)) return null;
  const earlier = context.job.steps.slice(0, context.step.index);
  if (earlier.some(({ run }) => run?.text.includes(tokenFile) === true)) return null;
  return fail('workflow/token-file-missing', { file: tokenFile }, rangesOf(context, 'web-identity-token-file'));
}

function oddRole(context: StepContext, { role }: Wish): Failure | null {
  if (isUnknown(role)) return null;
  const ranges = rangesOf(context, 'role-to-assume');
  if (!role.startsWith('arn:aws')) return fail('workflow/role-is-no-arn', { role }, ranges);
  return /^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/.test(role) ? null : fail('workflow/arn-is-no-role', { role }, ranges);
}

function otherAccount(context: StepContext, { role }: Wish): Failure | null {
  const allowed = itemsOf(textOf(context, 'allowed-account-ids'), 'lines-and-commas');
  const account = accountOf(role, context);
  if (allowed.length === 0 || allowed.some((id) => couldBe(id, account))) return null;
  const params = { account, allowed: allowed.map(readable).join(', ') };
  return fail('workflow/account-not-allowed', params, rangesOf(context, 'allowed-account-ids'));
}

/** Where the missing permission would be. */
function permissionRanges({ machine, step }: StepContext): Failure['ranges'] {
  return [machine.scopesAt, step.head];
}

function accountOf(role: string, context: StepContext): string {
  return /^arn:aws[\w-]*:iam::(\d{12}):/.exec(role)?.[1] ?? context.scenario.account;
}

function roleArnOf(role: string, context: StepContext): string {
  return role.startsWith('arn:') || isUnknown(role) ? role : `arn:aws:iam::${context.scenario.account}:role/${role}`;
}

function exportedWith(context: StepContext, { region }: Wish): ReadonlyMap<string, Binding> {
  const range = context.input('aws-region')?.range ?? null;
  const exported = new Map(context.machine.exported);
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION'])
    exported.set(name, { value: region || context.scenario.region, range });
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
    exported.set(name, { value: unknown('output', name), range: context.step.head });
  }
  return exported;
}
