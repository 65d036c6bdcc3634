import { messageOf } from '../core/diagnostic.ts';
import type { Source, TraceStep } from '../core/types.ts';
import type { RegistryUse, RunEffects } from '../workflow/run.ts';

/** An image that one tag or digest stands for holds a manifest for each of its platforms. */
const source: Source = {
  url: 'https://docs.docker.com/build/building/multi-platform/',
  readOn: '2026-11-24',
  evidence: 'documented',
};

/** The pushes of a run to the repository of an image. A refused push is among them: it is a fault of its own. */
export function pushesTo({ registryUses }: RunEffects, image: string): readonly RegistryUse[] {
  const pushed = registryUses.filter(({ purpose }) => purpose === 'push' || purpose === 'merge');
  return pushed.filter(({ host, repository }) => image.startsWith(`${host}/${repository}:`));
}

/** The platforms that each pushed tag serves; the last push of a tag counts. */
export function platformsByTag(pushes: readonly RegistryUse[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(pushes.flatMap(({ references, platforms }) => references.map((tag) => [tag, platforms])));
}

/** What lies in the repository once the workflow is through: each tag with each platform that it serves. */
export function publishedSteps(
  pushes: readonly RegistryUse[],
  published: RunEffects['published'],
): readonly TraceStep[] {
  const byTag = new Map(pushes.flatMap((push) => push.references.map((tag) => [tag, push] as const)));
  return [...byTag].flatMap(([tag, { host, repository, range }]) =>
    (published[`${host}/${repository}:${tag}`] ?? []).map((platform) => ({
      operation: 'publish',
      kind: 'attempt' as const,
      group: `${repository} in ECR`,
      call: `${repository}:${tag}, ${platform}`,
      outcome: 'allowed' as const,
      message: messageOf('workflow/platform-served', { platform, tag }),
      said: '',
      stops: false,
      source,
      decidedBy: [range],
    })),
  );
}

/** Reasons for a refused pull that lie in what was pushed, and not in the network. */
const faultsOfPush: readonly string[] = ['network/tag-absent', 'network/platform-absent'];

/** A task that finds no image, or none for its processor, is let down by the workflow: by the push of its tag, or by every push there is. */
export function decidedByPush(step: TraceStep, pushes: readonly RegistryUse[], image: string): TraceStep {
  if (!faultsOfPush.includes(step.message.code)) return step;
  const ofTag = pushes.filter(({ references }) => references.some((tag) => image.endsWith(`:${tag}`)));
  return { ...step, decidedBy: (ofTag.length > 0 ? ofTag : pushes).map(({ range }) => range) };
}
