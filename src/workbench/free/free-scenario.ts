import { type Ask, readKeys } from '../../exercises/asks.ts';
import type { PagedExercise } from '../../worker/protocol.ts';
import { fileOf, type PolicyType, type Side } from './free-desk.ts';

/** A call with a name of its own, so that its answer is found again whatever else is added or taken away. */
export interface NamedAsk extends Ask {
  readonly id: string;
}

/** Where AWS says how it refuses. */
const denials = {
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  evidence: 'documented',
} as const;

/** The account and Region of the workshop, for texts that name none. */
const [workshopAccount, workshopRegion] = ['111122223333', 'ap-northeast-1'];

/** True for a call that says enough to be asked, and for a token whose claims are keys: the assertions of SAML are other ones. */
export function isAskable({ action, on }: Ask, type: PolicyType): boolean {
  return type === 'trust' ? on.trim() !== '' && !isSaml(on) : /^[^\s:]+:\S+$/.test(action.trim());
}

/** True for the ARN of a SAML provider. */
export function isSaml(provider: string): boolean {
  return provider.includes(':saml-provider/');
}

/**
 * The calls as an exercise without goals. Calls that ought to work are its attempts, the others its probes; what goes beyond the attempts
 * is looked for once there is one. The scenario is one as `content/scenarios/iam` has them.
 */
export function exerciseOf(
  type: PolicyType,
  asks: readonly NamedAsk[],
  side: Pick<Side, 'session' | 'keys'>,
): PagedExercise {
  const asked = asks.filter((ask) => isAskable(ask, type));
  const calls = (wanted: Ask['wanted']) => asked.filter((ask) => ask.wanted === wanted).map((ask) => callOf(ask, type));
  const scenario = {
    type,
    readOn: '2026-11-24',
    session:
      side.session.trim() === '' ? `arn:aws:sts::${workshopAccount}:assumed-role/role/session` : side.session.trim(),
    account: partOf(side.session, 4, /^\d{12}$/) ?? workshopAccount,
    region:
      asked.map(({ on }) => partOf(on, 3, /^[a-z]{2}[a-z0-9-]+-\d$/)).find((found) => found !== null) ?? workshopRegion,
    context: readKeys(side.keys).keys,
    ...(type === 'trust' ? { provider: asked[0]?.on.trim() ?? '' } : {}),
    attempts: calls('allowed'),
    probes: calls('denied'),
    nothingBeyond: asked.some(({ wanted }) => wanted === 'allowed'),
  };
  return { exercise: { id: 'workbench', domain: 'iam', files: [fileOf[type]], goals: [], scenario }, goalTexts: {} };
}

function callOf({ id, action, on, keys }: NamedAsk, type: PolicyType): object {
  const { keys: context } = readKeys(keys);
  const resource = on.trim() === '' ? '*' : on.trim();
  const call = { id, group: '', refusal: '{denial}', stops: false, ...denials };
  if (type === 'identity')
    return { ...call, call: `${action.trim()} on ${resource}`, actions: [action.trim()], resource, context };
  const kind = String(context['sub'] ?? '').includes('@') ? 'ids' : 'names';
  return {
    ...call,
    call: 'AssumeRoleWithWebIdentity',
    actions: ['sts:AssumeRoleWithWebIdentity'],
    provider: resource,
    tokens: [{ kind, claims: context }],
  };
}

function partOf(arn: string, index: number, form: RegExp): string | null {
  const part = arn.trim().split(':', 6)[index] ?? '';
  return form.test(part) ? part : null;
}
