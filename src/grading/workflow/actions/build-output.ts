/** Where a build puts its result. */
export interface BuildOutput {
  /** The exporter: `image`, `registry`, `docker`, `local` and so on. */
  readonly type: string;
  /** True when the result goes to a registry. */
  readonly pushes: boolean;
  /** True when it is pushed by its digest, without a tag. */
  readonly byDigest: boolean;
  /** Names of the image as written, without quotes; empty where there is none. */
  readonly name: string;
}

/**
 * One output of a build, as the action and the command line write it; a text without a type is the name of a folder.
 *
 * @source https://docs.docker.com/reference/cli/docker/buildx/build/ (read 2026-11-24)
 * @example readOutput('type=image,name=app,push=true').pushes // => true
 */
export function readOutput(text: string): BuildOutput {
  const fields = new Map(
    text
      .split(',')
      .map((field) => [field.split('=')[0]?.trim() ?? '', field.slice(field.indexOf('=') + 1).trim()] as const),
  );
  const type = fields.get('type') ?? 'local';
  return {
    type,
    pushes: type === 'registry' || (type === 'image' && fields.get('push') === 'true'),
    byDigest: fields.get('push-by-digest') === 'true',
    name: (fields.get('name') ?? '').replaceAll('"', ''),
  };
}
