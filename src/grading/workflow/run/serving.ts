import type { Diagnostic, TraceStep } from '../../core/types.ts';
import { found, messageOf } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { type AskedOperation, registryHost, type WorkflowScenario } from '../scenario.ts';
import { readable } from '../unknown.ts';
import type { Image } from './state.ts';
import { traceStep } from './trace.ts';

/** What a client could pull when the run is over, for each platform that the exercise asks of one tag. */
export function servedPlatforms(
  scenario: WorkflowScenario,
  registry: ReadonlyMap<string, Image>,
): { readonly trace: readonly TraceStep[]; readonly diagnostics: readonly Diagnostic[] } {
  const asked = scenario.asks.filter(({ platform }) => platform !== undefined);
  const wanted = asked.map(({ platform = '' }) => platform);
  const prefix = `${registryHost(scenario.account, scenario.region)}/${scenario.repositories[0]}:`;
  const tags = Array.from(registry).filter(([reference, image]) => reference.startsWith(prefix) && image.isThere);
  const best = bestOf(tags, wanted);
  const shown = asked.map((each) => showServing(each, best, prefix));
  return {
    trace: shown.map(({ step }) => step),
    diagnostics:
      best === undefined && asked.length > 0
        ? onlyDigests(registry)
        : shown.flatMap(({ step, platform, tag }) =>
            step.outcome === 'allowed' || best === undefined ? [] : [notServed(platform, tag, best[1], tags)],
          ),
  };
}

/** The fault at the last push that no tag names, where none does. */
function onlyDigests(registry: ReadonlyMap<string, Image>): readonly Diagnostic[] {
  const last = [...registry].findLast(([reference, { isThere }]) => isThere && reference.includes('@'));
  return last === undefined ? [] : [found('error', 'workflow/only-digests', {}, last[1].range, sources.multiPlatform)];
}

/** A reference of the registry with what stands behind it. */
type Tagged = readonly [reference: string, image: Image];

/** What a client of one platform finds. */
function showServing(
  { operation, call, source, platform = '' }: AskedOperation,
  best: Tagged | undefined,
  prefix: string,
) {
  const serves = best?.[1].platforms.includes(platform) === true;
  const tag = best === undefined ? '' : readable(best[0].slice(prefix.length));
  const step = traceStep({
    operation,
    group: 'Result',
    call: call.replace('{tag}', tag),
    outcome: serves ? 'allowed' : 'denied',
    message:
      best === undefined
        ? messageOf('workflow/platform-of-nothing', { platform })
        : messageOf(serves ? 'workflow/platform-served' : 'workflow/platform-not-served', { platform, tag }),
    said: serves || best === undefined ? '' : `no matching manifest for ${platform} in the manifest list entries`,
    source,
    decidedBy: best === undefined ? [] : [best[1].range],
  });
  return { step, platform, tag };
}

/** The fault at the push of the best tag; other tags that serve the platform stand beside it. */
function notServed(platform: string, tag: string, image: Image, tags: readonly Tagged[]): Diagnostic {
  const elsewhere = tags.filter(([, other]) => other.platforms.includes(platform)).map(([, other]) => other.range);
  const related = elsewhere.filter(({ start }) => start !== image.range.start);
  const params = { platform, tag };
  return found('error', 'workflow/platform-not-served', params, image.range, sources.multiPlatform, { related });
}

/** The tag that serves most of what is asked; of equals the one pushed last. */
function bestOf(tags: readonly Tagged[], wanted: readonly string[]): Tagged | undefined {
  const count = (image: Image): number => wanted.filter((platform) => image.platforms.includes(platform)).length;
  return tags.reduce<Tagged | undefined>(
    (best, tag) => (best === undefined || count(tag[1]) >= count(best[1]) ? tag : best),
    undefined,
  );
}
