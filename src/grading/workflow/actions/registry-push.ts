import type { Attempt, Failure, Image, Push, StepContext } from '../run/state.ts';
import type { RegistryPurpose, RegistryUse } from '../scenario.ts';
import { isUnknown, readable } from '../unknown.ts';
import { type ImageReference, isOwnRepository } from './image-reference.ts';
import { fail } from './inputs.ts';
import { readEcrHost } from './registry-login.ts';

/** Which client speaks to the registry; they word a refusal differently. */
export type Client = 'buildx' | 'docker';

/** What came of a push: per reference what was tried, refused, put there and asked for. */
export interface PushOutcome {
  readonly attempts: readonly Attempt[];
  readonly failures: readonly Failure[];
  readonly pushes: readonly Push[];
  readonly uses: readonly RegistryUse[];
}

/** Pushes one image under several references, each judged on its own. */
export function pushImage(
  context: StepContext,
  references: readonly ImageReference[],
  image: Image,
  client: Client,
  ranges: Failure['ranges'],
  purpose: 'push' | 'merge' = 'push',
): PushOutcome {
  const outcomes = references.map((reference) => pushOne(context, reference, image, client, ranges, purpose));
  return {
    attempts: outcomes.flatMap(({ attempts }) => attempts),
    failures: outcomes.flatMap(({ failures }) => failures),
    pushes: outcomes.flatMap(({ pushes }) => pushes),
    uses: outcomes.flatMap(({ uses }) => uses),
  };
}

function pushOne(
  context: StepContext,
  reference: ImageReference,
  image: Image,
  client: Client,
  ranges: Failure['ranges'],
  purpose: 'push' | 'merge',
): PushOutcome {
  const own = isOwnRepository(reference, context);
  const { host, repository, tag, digest } = reference;
  const range = ranges[0] ?? context.step.range;
  const use = { ...useOf(purpose, reference, image.platforms, range, purpose === 'merge' && image.bare), client };
  const failure = own === null ? null : refusalOf(context, reference, use, client, ranges);
  const doubt = own === null || isUnknown(host);
  const attempt: Attempt = {
    operation: own === false ? 'push-elsewhere' : 'push-image',
    call: `PUT https://${readable(host)}/v2/${readable(repository)}/manifests/${readable(tag || digest)}`,
    outcome: failure !== null ? 'denied' : doubt ? 'unknown' : 'allowed',
    failure,
    decidedBy: failure?.ranges ?? ranges,
  };
  const name = `${host}/${repository}${digest === '' ? `:${tag}` : `@${digest}`}`;
  return {
    attempts: [attempt],
    failures: failure === null ? [] : [failure],
    // A push that a login or a permission stops is still what later steps are meant to build on.
    pushes: doubt ? [] : [{ reference: name, image: { ...image, isThere: image.isThere && failure === null } }],
    uses: doubt ? [] : [use],
  };
}

/** Why the registry does not take a push: nobody is logged in there, or it says no. */
function refusalOf(
  context: StepContext,
  { host, repository, text }: ImageReference,
  use: RegistryUse,
  client: Client,
  ranges: Failure['ranges'],
): Failure | null {
  const isLoggedIn = context.machine.logins.has(host);
  if (host === 'docker.io')
    return isLoggedIn ? null : fail('workflow/docker-hub-denied', { image: readable(text) }, ranges);
  const params = {
    image: `${readable(host)}/${readable(repository)}`,
    host: readable(host),
    repository: readable(repository),
  };
  if (isLoggedIn) return refusedByEcr(context, params, use, ranges);
  return fail(client === 'buildx' ? 'workflow/push-unauthorized' : 'workflow/no-basic-auth', params, ranges);
}

/** What Amazon ECR says to a client that is logged in; null for any other registry, which is taken to agree. */
function refusedByEcr(
  { machine, scenario, authority }: StepContext,
  params: { readonly image: string; readonly host: string; readonly repository: string },
  use: RegistryUse,
  ranges: Failure['ranges'],
): Failure | null {
  const ecr = readEcrHost(use.host);
  if (ecr === null) return null;
  const { image, repository } = params;
  const { account } = ecr;
  if (machine.credentials !== null && account !== scenario.account)
    return fail('workflow/push-other-account', { image, account }, ranges);
  const { outcome, said } = authority.useRegistry(use);
  if (outcome !== 'denied') return null;
  if (/name unknown/.test(said)) return fail('workflow/repository-not-found', { repository, account }, ranges, said);
  if (said === '' && ecr.region !== scenario.region)
    return fail('workflow/repository-not-found', { repository, account }, ranges);
  return fail('workflow/push-forbidden', params, ranges, said || undefined);
}

/** A use of a registry as those who judge the policy want to know it. */
export function useOf(
  purpose: RegistryPurpose,
  { host, repository, tag, digest }: ImageReference,
  platforms: readonly string[],
  range: RegistryUse['range'],
  mergesBareManifests = false,
): RegistryUse {
  return {
    purpose,
    host,
    repository,
    platforms,
    references: [tag || digest].filter((text) => text !== ''),
    mergesBareManifests,
    range,
  };
}
