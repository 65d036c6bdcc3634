import { type Message, message } from '../../../messages/index.ts';
import { type AccessLevel, type CatalogueAction, findService, isReadOnly } from '../catalogue.ts';
import { globalKeyTypes } from '../facts/global-keys.ts';
import { readOperator } from '../facts/operators.ts';

/** AWS's own names of the access levels. @source https://docs.aws.amazon.com/service-authorization/latest/reference/ (read 2026-11-24) */
const levelNames: Readonly<Record<AccessLevel, string>> = {
  list: 'List',
  read: 'Read',
  write: 'Write',
  permissions: 'Permissions management',
  tagging: 'Tagging',
};

const shownNames = 4;

/** Names in backticks, the first few of many; what stands for a name is `<Name>`. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => `\`${name.replace(/\$\{(\w+)\}/g, '<$1>')}\``);
  return [...shown, ...(names.length > shownNames ? ['…'] : [])].join(', ');
}

/** How an action touches what, and which keys its conditions may compare. */
export function aboutAction({ levels, resourceTypes, conditionKeys }: CatalogueAction): readonly Message[] {
  const level = levels.map((each) => levelNames[each]).join(', ');
  const first =
    resourceTypes.length === 0
      ? message('iam/about-starred-action', { level })
      : message('iam/about-action', { level, types: listed([...new Set(resourceTypes)]) });
  return conditionKeys.length === 0
    ? [first]
    : [first, message('iam/about-action-keys', { keys: listed(conditionKeys) })];
}

/** How many actions a pattern takes in, and what the worst of them do. */
export function aboutPattern(taken: readonly CatalogueAction[]): readonly Message[] {
  const changing = taken.filter((action) => !isReadOnly(action));
  const examples = listed((changing.length > 0 ? changing : taken).map(({ service, name }) => `${service}:${name}`));
  return [message('iam/about-pattern', { count: taken.length, writing: changing.length, examples })];
}

/** What a service prefix stands for. */
export function aboutService(prefix: string): readonly Message[] {
  const service = findService(prefix);
  return service === null
    ? [message('iam/about-unlisted-service')]
    : [message('iam/about-service', { count: service.actions.size })];
}

/** What a condition key holds, and who sends it; null for a key that is neither global nor of a known service. */
export function aboutKey(key: string): Message | null {
  const lower = key.toLowerCase();
  for (const [known, type] of globalKeyTypes) {
    if (sameKey(known.toLowerCase(), lower)) return message('iam/about-global-key', { type });
  }
  for (const prefix of [lower.slice(0, lower.indexOf(':')), 'sts']) {
    const keys = findService(prefix)?.keyTypes ?? new Map<string, string>();
    for (const [known, type] of keys) {
      if (sameKey(known.replace(/\$\{.*$/, '').toLowerCase(), lower))
        return message('iam/about-service-key', { type, service: prefix });
    }
  }
  return /:(aud|sub)$/.test(lower) ? message(lower.endsWith('aud') ? 'iam/about-audience' : 'iam/about-subject') : null;
}

/** A known key that ends in `/` takes a name after it. */
function sameKey(known: string, written: string): boolean {
  return known.endsWith('/') ? written.startsWith(known) : written === known;
}

const operatorTexts = {
  String: { equals: 'iam/about-string-equals', like: 'iam/about-string-like' },
  Arn: { like: 'iam/about-arn-like' },
  Bool: { equals: 'iam/about-bool' },
  Null: { equals: 'iam/about-null' },
  Binary: { equals: 'iam/about-binary' },
  IpAddress: { equals: 'iam/about-address' },
} as const;

const orders = {
  equals: 'iam/about-equal-number',
  less: 'iam/about-less',
  'less-or-equal': 'iam/about-less-or-equal',
  greater: 'iam/about-greater',
  'greater-or-equal': 'iam/about-greater-or-equal',
} as const;

/** What an operator compares, and what its parts add; empty for a text that is no operator. */
export function aboutOperator(written: string): readonly Message[] {
  const read = readOperator(written);
  if (read === null) return [];
  const { family, comparison, negated } = read.fact;
  const about: Message[] = [];
  if (family === 'Numeric' || family === 'Date') about.push(message(orders[comparison as keyof typeof orders]));
  else if (comparison === 'equals-ignoring-case') about.push(message('iam/about-equals-ignoring-case'));
  else {
    const texts: Partial<Record<typeof comparison, Message['code']>> = operatorTexts[family];
    const code = texts[comparison];
    if (code !== undefined) about.push({ code, params: {} });
  }
  if (negated) about.push(message('iam/about-negated'));
  if (read.set === 'ForAllValues') about.push(message('iam/about-for-all-values'));
  if (read.set === 'ForAnyValue') about.push(message('iam/about-for-any-value'));
  if (read.ifExists) about.push(message('iam/about-if-exists'));
  return about;
}
