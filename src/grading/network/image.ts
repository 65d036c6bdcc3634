import { partitionOf } from './facts/partitions.ts';

/** The parts of the image that a task runs, by the names that the facts' texts use. */
export interface ImageParts {
  readonly image: string;
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  /** The digest, or the tag where there is none. */
  readonly reference: string;
  /** Host and repository. */
  readonly uri: string;
}

/** Splits an image name. A name without a tag means `latest`, one without a host Docker Hub. */
export function splitImage(image: string): ImageParts {
  const match = /^(?:([^/]*[.:][^/]*)\/)?([^:@]+)(?::([^@]+))?(?:@(.*))?$/.exec(image);
  const [host, repository, tag] = [match?.[1] ?? 'docker.io', match?.[2] ?? image, match?.[3] ?? 'latest'];
  return { image, host, repository, tag, reference: match?.[4] ?? tag, uri: `${host}/${repository}` };
}

/** Where an image lies, as far as the way to it is concerned. `region` is that of a private ECR registry. */
export interface ImageHome {
  readonly kind: 'ecr' | 'ecr-public' | 'other';
  readonly account: string;
  readonly region: string;
}

/**
 * Tells private ECR registries from others by their host name.
 *
 * @source https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html (read 2026-11-24)
 * @example homeOf('nginx').kind // => 'other'
 */
export function homeOf(image: string): ImageHome {
  const { host } = splitImage(image);
  if (host === 'public.ecr.aws') return { kind: 'ecr-public', account: '', region: '' };
  const match = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.(.+)$/.exec(host);
  const [, account = '', region = '', suffix = ''] = match ?? [];
  return match !== null && suffix === partitionOf(region).dnsSuffix
    ? { kind: 'ecr', account, region }
    : { kind: 'other', account: '', region: '' };
}
