import { nearest } from '../../core/nearest.ts';
import { found, suggest } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import {
  type Attempt,
  type Failure,
  type Image,
  type Machine,
  nothingDone,
  type StepContext,
  type StepResult,
} from '../run/state.ts';
import { isUnknown, readable } from '../unknown.ts';
import type { BuildOrder } from './build-order.ts';
import { isForeign, rangesWith, refusalsOf } from './build-refusals.ts';
import { digestOf, type ImageReference, readImageReference } from './image-reference.ts';
import { isKnownPlatform, knownPlatforms, normalPlatform } from './platforms.ts';
import { type PushOutcome, pushImage, useOf } from './registry-push.ts';

/** Builds and, if asked to, pushes. All that BuildKit would refuse is collected, in its order. */
export function build(context: StepContext, order: BuildOrder): StepResult {
  const references = order.tagList.map((tag) => readImageReference(tag, context));
  const platforms =
    order.platforms.length === 0 ? [context.machine.runner.platform] : order.platforms.map(normalPlatform);
  const before = refusalsOf(context, { order, references, platforms });
  const image: Image = {
    platforms,
    bare: order.builder.driver === 'docker' || order.provenance === false,
    isThere: before.length === 0,
    range: (order.platforms.length > 0 ? order.platformRanges[0] : undefined) ?? order.ranges[0] ?? context.step.range,
  };
  const digest = digestOf(`${context.job.id}/${[...context.machine.steps.keys()]}/${context.step.index}/${platforms}`);
  const pushed = order.push ? pushAll(context, order, references, image, digest) : null;
  const failures = [...before, ...(pushed?.failures ?? [])];
  const buildAttempt = attemptOf('build', `docker buildx build (${platforms.map(readable).join(', ')})`, before, order);
  return {
    ...nothingDone,
    outcome: failures.length === 0 ? 'success' : 'failure',
    log: logOf(order),
    failures,
    attempts: [buildAttempt, ...(order.push ? pushAttempts(pushed?.attempts ?? [], before, order) : [])],
    diagnostics: emulationAdvice(context, order, platforms),
    machine: machineAfter(context, order, references, image),
    outputs: { digest, imageid: digest, metadata: '{}' },
    pushes: pushed?.pushes ?? [],
    uses: [...cacheUses(context, order), ...(pushed?.uses ?? [])],
  };
}

function pushAll(
  context: StepContext,
  order: BuildOrder,
  references: readonly ImageReference[],
  image: Image,
  digest: string,
): PushOutcome {
  const sound = references.filter(({ fault }) => fault === null);
  const targets = order.byDigest ? sound.map((reference) => ({ ...reference, tag: '', digest })) : sound;
  return pushImage(context, targets, image, order.client, rangesWith(order));
}

/** One command builds and pushes: what stops the build stops the push. */
function pushAttempts(attempts: readonly Attempt[], before: readonly Failure[], order: BuildOrder): readonly Attempt[] {
  const [failure] = before;
  if (failure === undefined) return attempts;
  if (attempts.length === 0) return [attemptOf('push-image', 'docker push', before, order)];
  return attempts.map((attempt) =>
    attempt.failure === null ? { ...attempt, outcome: 'denied', failure, decidedBy: failure.ranges } : attempt,
  );
}

function attemptOf(operation: string, call: string, failures: readonly Failure[], { ranges }: BuildOrder): Attempt {
  const [failure = null] = failures;
  return {
    operation,
    call,
    outcome: failure === null ? 'allowed' : 'denied',
    failure,
    decidedBy: failure?.ranges ?? ranges,
  };
}

function emulationAdvice(
  context: StepContext,
  order: BuildOrder,
  platforms: readonly string[],
): StepResult['diagnostics'] {
  const range = order.platformRanges[0] ?? context.step.range;
  const unknownOnes = platforms.filter((platform) => !isUnknown(platform) && !isKnownPlatform(platform));
  const foreign = platforms.find((platform) => isForeign(context, platform));
  const advice = unknownOnes.flatMap((platform) => {
    const meant = nearest(platform, knownPlatforms);
    return meant === null
      ? []
      : [
          found('info', 'workflow/platform-meant', { platform, meant }, range, sources.multiPlatform, {
            fixes: order.platforms.length === 1 ? suggest(meant, range) : [],
          }),
        ];
  });
  const needsQemu =
    foreign !== undefined && !context.machine.emulates && order.builder.driver !== 'docker' && unknownOnes.length === 0;
  return needsQemu
    ? [...advice, found('warning', 'workflow/no-emulation', { platform: foreign }, range, sources.setupQemu)]
    : advice;
}

function machineAfter(
  context: StepContext,
  order: BuildOrder,
  references: readonly ImageReference[],
  image: Image,
): Partial<Machine> {
  const isLocal = order.load || (order.builder.driver === 'docker' && !order.push && !order.exportsElsewhere);
  if (!isLocal) return {};
  const localImages = new Map(context.machine.localImages);
  for (const reference of references) localImages.set(localName(reference), image);
  return { localImages };
}

/** The name of an image in the local store; `latest` is filled in. */
export function localName({ host, repository, tag }: ImageReference): string {
  return `${host}/${repository}:${tag}`;
}

function cacheUses(context: StepContext, order: BuildOrder): StepResult['uses'] {
  const uses = (entries: readonly string[], purpose: 'cache-import' | 'cache-export') =>
    entries.flatMap((entry) => {
      const ref = /(?:^|,)type=registry(?:,|$)/.test(entry)
        ? /(?:^|,)ref=([^,]+)/.exec(entry)?.[1]
        : entry.includes('=')
          ? undefined
          : entry;
      if (ref === undefined) return [];
      return [useOf(purpose, readImageReference(ref, context), [], order.ranges[0] ?? context.step.range)];
    });
  return [...uses(order.cacheFrom, 'cache-import'), ...uses(order.cacheTo, 'cache-export')];
}

function logOf({ push, load, builder, exportsElsewhere }: BuildOrder): readonly string[] {
  if (push || load || exportsElsewhere || builder.driver === 'docker') return [];
  return [
    `WARNING: No output specified with ${builder.driver} driver. Build result will only remain in the build cache. To push result image into registry use --push or to load image into docker use --load`,
  ];
}
