import { type AskedScenario, askingOf } from '../../exercises/asks.ts';
import { maxFragmentLength } from '../sharing/packed.ts';
import { policyTypeOf } from '../text-language.ts';
import { policyLinks } from './link.ts';

/** The workbench, as seen from a lesson of the same language. */
const fromLesson = '../../workbench/';

/** An exercise's scenario, or those of the exercise that joins several. */
type Scenario = AskedScenario | { readonly trust: AskedScenario; readonly push: AskedScenario };

/** The address of the workbench with a policy of an exercise and its calls. Where they are too much for a link the calls stay behind. */
export async function addressWith(file: string, text: string, scenario: unknown): Promise<string> {
  const type = policyTypeOf(file) ?? 'identity';
  const given = scenario as Scenario;
  const own = 'push' in given ? (type === 'trust' ? given.trust : given.push) : given;
  const tokens = text.includes('@') ? 'ids' : 'names';
  const asked = askingOf(own, { calls: ['attempts', 'probes'], tokens });
  const fragments = await Promise.all(
    [asked, { ...asked, asks: [] }].map((asking) => policyLinks.write({ type, text, ...asking })),
  );
  const fitting = fragments.find((fragment) => fragment.length <= maxFragmentLength);
  return new URL(fromLesson + (fitting ?? ''), location.href).href;
}
