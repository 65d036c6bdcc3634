import type { StepContext } from '../run/state.ts';
import { registryHost } from '../scenario.ts';
import { couldBe, isAssumable, isUnknown, withUnknownsAs } from '../unknown.ts';

/** An image reference taken apart as Docker does. `fault` says why Docker refuses it. */
export interface ImageReference {
  readonly text: string;
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  readonly fault: 'malformed' | 'upper-case' | null;
  /** True when a hidden secret or variable was taken to hold what the exercise speaks of. */
  readonly assumed: boolean;
}

const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d+)?$/;
const tagPattern = /^\w[\w.-]{0,127}$/;

/**
 * Reads a reference. The first part is a host when it holds a dot or a colon or is `localhost`; without one the image is Docker Hub's.
 *
 * @source https://github.com/distribution/reference/blob/main/normalize.go (read 2026-11-24)
 */
export function readImageReference(written: string, context: StepContext): ImageReference {
  const text = assume(written.trim(), context);
  const assumed = text !== written.trim();
  const [named = '', digest = ''] = text.split('@', 2);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/') && colon !== -1;
  const name = hasTag ? named.slice(0, colon) : named;
  const tag = hasTag ? named.slice(colon + 1) : digest === '' ? 'latest' : '';
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === 'localhost' || isUnknown(first);
  const host = isHost ? first : 'docker.io';
  const repository = isHost ? name.slice(slash + 1) : name;
  return {
    text,
    host,
    repository,
    tag,
    digest,
    assumed,
    fault: faultOf(isHost ? first : '', repository, tag, digest, hasTag),
  };
}

function faultOf(
  host: string,
  repository: string,
  tag: string,
  digest: string,
  hasTag: boolean,
): ImageReference['fault'] {
  const [plainHost, path, plainTag] = [host, repository, tag].map((part) => withUnknownsAs(part, 'x'));
  if (path !== undefined && path !== path.toLowerCase() && pathPattern.test(path.toLowerCase())) return 'upper-case';
  const isSound =
    pathPattern.test(path ?? '') &&
    (host === '' || hostPattern.test(plainHost ?? '')) &&
    (digest === '' || /^sha256:[0-9a-f]{64}$/.test(digest) || isUnknown(digest)) &&
    (!hasTag || tagPattern.test(plainTag ?? ''));
  return isSound ? null : 'malformed';
}

/** A reference whose hidden parts are secrets or variables is the exercise's, where it could be. */
function assume(text: string, { scenario }: StepContext): string {
  if (!isAssumable(text)) return text;
  const own = `${registryHost(scenario.account, scenario.region)}/${scenario.repositories[0]}`;
  const [named = '', digest] = text.split('@', 2);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/') && colon !== -1;
  const name = hasTag ? named.slice(0, colon) : named;
  const rest = text.slice(name.length);
  if (isUnknown(name) && couldBe(name, own)) return own + rest;
  if (!hasTag && digest === undefined && couldBe(name, `${own}:latest`)) return `${own}:latest`;
  const host = name.slice(0, Math.max(0, name.indexOf('/')));
  const ownHost = registryHost(scenario.account, scenario.region);
  return isUnknown(host) && couldBe(host, ownHost) ? ownHost + text.slice(host.length) : text;
}

/** Whether a reference is in the repository that the exercise speaks of; null when that cannot be told. */
export function isOwnRepository({ host, repository }: ImageReference, { scenario }: StepContext): boolean | null {
  const ownHost = registryHost(scenario.account, scenario.region);
  if (!couldBe(host, ownHost) || !couldBe(repository, scenario.repositories[0])) return false;
  return host === ownHost && repository === scenario.repositories[0] ? true : null;
}

/** A digest that is always the same for the same seed; the form is that of a real one. */
export function digestOf(seed: string): string {
  let digits = '';
  for (let round = 0; digits.length < 64; round++) {
    let hash = 2166136261 ^ round;
    for (let at = 0; at < seed.length; at++) hash = Math.imul(hash ^ seed.charCodeAt(at), 16777619);
    digits += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return `sha256:${digits.slice(0, 64)}`;
}
