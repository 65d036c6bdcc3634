import type { Diagnostic, TraceStep } from '../../core/types.ts';
import { found, messageOf } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { registryHost, type WorkflowScenario } from '../scenario.ts';
import { readable } from '../unknown.ts';
import type { Image } from './state.ts';

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
  const trace: TraceStep[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { operation, call, source, platform = '' } of asked) {
    const serves = best?.[1].platforms.includes(platform) === true;
    const tag = best === undefined ? '' : readable(best[0].slice(prefix.length));
    const elsewhere = tags.filter(([, image]) => image.platforms.includes(platform)).map(([, image]) => image.range);
    const decidedBy = best === undefined ? [] : [best[1].range];
    trace.push({
      operation,
      kind: 'attempt',
      group: 'Result',
      call: call.replace('{tag}', tag),
      outcome: serves ? 'allowed' : 'denied',
      message: serves
        ? messageOf('workflow/platform-served', { platform, tag })
        : best === undefined
          ? messageOf('workflow/platform-of-nothing', { platform })
          : messageOf('workflow/platform-not-served', { platform, tag }),
      said: serves || best === undefined ? '' : `no matching manifest for ${platform} in the manifest list entries`,
      stops: false,
      source,
      decidedBy,
    });
    if (!serves && best !== undefined) {
      diagnostics.push(
        found('error', 'workflow/platform-not-served', { platform, tag }, best[1].range, sources.multiPlatform, {
          related: elsewhere.filter(({ start }) => start !== best[1].range.start),
        }),
      );
    }
  }
  return { trace, diagnostics };
}

/** The tag that serves most of what is asked; of equals the one pushed last. */
function bestOf(
  tags: readonly (readonly [string, Image])[],
  wanted: readonly string[],
): readonly [string, Image] | undefined {
  const count = (image: Image): number => wanted.filter((platform) => image.platforms.includes(platform)).length;
  return tags.reduce<readonly [string, Image] | undefined>(
    (best, tag) => (best === undefined || count(tag[1]) >= count(best[1]) ? tag : best),
    undefined,
  );
}
