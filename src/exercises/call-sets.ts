import type { Locale } from '../messages/index.ts';
import { type AskedParts, type AskedScenario, type Asking, askingOf } from './asks.ts';
import { validate as isCallSets } from './call-sets.schema.json?ajv';

/** A ready-made list of calls. */
export interface CallSet extends Asking {
  readonly id: string;
  readonly title: string;
  readonly type: 'identity' | 'trust';
}

interface AuthoredSet extends AskedParts {
  readonly id: string;
  readonly title: Readonly<Partial<Record<Locale, string>>>;
  readonly scenario: string;
}

const authored = import.meta.glob('/content/call-sets.yaml', { import: 'default', eager: true }) as Readonly<
  Record<string, unknown>
>;
const scenarios = import.meta.glob('/content/scenarios/iam/*.yaml', { import: 'default', eager: true }) as Readonly<
  Record<string, AskedScenario>
>;

/** The lists of calls in the order of content/call-sets.yaml. Throws, with the reason, on content that does not fit. */
export function callSetsIn(locale: Locale): readonly CallSet[] {
  const sets = authored['/content/call-sets.yaml'];
  if (!isCallSets(sets)) throw new Error(`content/call-sets.yaml: ${JSON.stringify(isCallSets.errors)}`);
  return (sets as readonly AuthoredSet[]).map(({ id, title, scenario: slug, ...parts }) => {
    const scenario = scenarios[`/content/scenarios/iam/${slug}.yaml`];
    if (scenario === undefined) throw new Error(`content/call-sets.yaml: there is no scenario iam/${slug}`);
    return { id, title: title[locale] ?? title.en ?? id, type: scenario.type, ...askingOf(scenario, parts) };
  });
}
