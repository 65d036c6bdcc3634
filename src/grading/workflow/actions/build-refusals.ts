import type { Failure, StepContext } from '../run/state.ts';
import { isUnknown, readable } from '../unknown.ts';
import type { BuildOrder } from './build-order.ts';
import type { ImageReference } from './image-reference.ts';
import { fail } from './inputs.ts';
import { isKnownPlatform } from './platforms.ts';

/** A build with its images and platforms read. */
export interface ReadOrder {
  readonly order: BuildOrder;
  readonly references: readonly ImageReference[];
  readonly platforms: readonly string[];
}

/** All that BuildKit would refuse, in its order. */
export function refusalsOf(context: StepContext, read: ReadOrder): readonly Failure[] {
  const failures = [
    refusedFiles(context, read),
    ...refusedTags(context, read),
    ...refusedByDriver(read),
    ...refusedPlatforms(context, read),
  ];
  return failures.filter((failure) => failure !== null);
}

function refusedFiles({ machine }: StepContext, { order: { path, ranges } }: ReadOrder): Failure | null {
  const isThere = path === null || path.includes('://') || machine.hasFiles || isUnknown(path);
  return isThere ? null : fail('workflow/no-files-to-build', { context: path }, ranges);
}

function refusedTags({ step }: StepContext, { order, references }: ReadOrder): readonly Failure[] {
  const ranges = rangesWith(order);
  const odd = references
    .filter(({ fault }) => fault !== null)
    .slice(0, 3)
    .map(({ fault, text }) =>
      fail(
        fault === 'upper-case' ? 'workflow/upper-case-name' : 'workflow/invalid-tag',
        { tag: readable(text) },
        ranges,
      ),
    );
  if (!order.push || references.length > 0) return odd;
  const isEmptyInput = order.tags.text === '' && order.tags.range.start !== step.head.start;
  return [
    ...odd,
    fail('workflow/push-without-tag', {}, [...(isEmptyInput ? [order.tags.range] : []), ...order.pushRanges]),
  ];
}

/** What the docker driver cannot do, and what no driver can load. */
function refusedByDriver({ order, platforms }: ReadOrder): readonly (Failure | null)[] {
  const { load, ranges, platformRanges } = order;
  const isDocker = order.builder.driver === 'docker';
  const isMulti = platforms.length > 1;
  const exportsCache = order.cacheTo.some((cache) => !/^(type=)?inline/.test(cache));
  const attests = order.sbom || order.provenance === true;
  return [
    isDocker && isMulti ? fail('workflow/multi-platform-docker-driver', {}, [...platformRanges, ...ranges]) : null,
    load && isMulti ? fail('workflow/load-multi-platform', {}, platformRanges) : null,
    isDocker && exportsCache ? fail('workflow/cache-docker-driver', {}, ranges) : null,
    isDocker && attests ? fail('workflow/attestation-docker-driver', {}, ranges) : null,
  ];
}

/** Platforms that no image has, and one that the docker driver would have to emulate. */
function refusedPlatforms(context: StepContext, { order, platforms }: ReadOrder): readonly (Failure | null)[] {
  const { platformRanges, builder } = order;
  const [first = '', ...others] = platforms;
  const lacksEmulation =
    builder.driver === 'docker' &&
    others.length === 0 &&
    !context.machine.emulates &&
    isForeign(context, first) &&
    isKnownPlatform(first);
  return [
    ...platforms
      .filter((platform) => !isUnknown(platform) && !isKnownPlatform(platform))
      .map((platform) => fail('workflow/unknown-platform', { platform }, platformRanges)),
    lacksEmulation ? fail('workflow/exec-format-error', { platform: first }, platformRanges) : null,
  ];
}

/** Where the tags of a build stand. */
export function rangesWith({ tags, ranges }: BuildOrder): Failure['ranges'] {
  return tags.text === '' ? ranges : [tags.range, ...tags.origins];
}

/** Whether the machine cannot run what is built for a platform. */
export function isForeign({ machine }: StepContext, platform: string): boolean {
  if (isUnknown(platform)) return false;
  const [os, arch] = platform.split('/');
  const [runnerOs, runnerArch] = machine.runner.platform.split('/');
  return (
    os !== runnerOs ||
    (arch !== runnerArch && !(arch === '386' && runnerArch === 'amd64') && !(arch === 'arm' && runnerArch === 'arm64'))
  );
}
