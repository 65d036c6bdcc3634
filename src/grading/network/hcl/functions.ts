import type { SourceRange } from '../../core/types.ts';
import { blockWithin } from '../cidr.ts';
import { dependenceOf, itemsOf, plainOf, scalar, textOf, unknown, type Value } from './value.ts';

type Evaluator = (items: readonly Value[], range: SourceRange) => Value;

const list = (items: readonly Value[], range: SourceRange): Value => ({ kind: 'list', items, range });

const textually =
  (change: (text: string, ...more: readonly string[]) => string): Evaluator =>
  (items, range) => {
    const [text = '', ...more] = items.map((item) => textOf(item) ?? '');
    return scalar(change(text, ...more), items[0]?.range ?? range);
  };

/** A set: each text once, in the order of texts, as Terraform iterates over sets. */
const toset: Evaluator = (items, range) => {
  const byText = new Map(items.flatMap(itemsOf).map((item) => [textOf(item) ?? JSON.stringify(plainOf(item)), item]));
  return list(
    [...byText.keys()].toSorted().flatMap((key) => byText.get(key) ?? []),
    range,
  );
};

const distinct: Evaluator = (items, range) => {
  const byText = new Map(items.flatMap(itemsOf).map((item) => [JSON.stringify(plainOf(item)), item]));
  return list([...byText.values()], range);
};

const flatten: Evaluator = (items, range) => {
  const flat = (value: Value): readonly Value[] => (value.kind === 'list' ? value.items.flatMap(flat) : [value]);
  return list(items.flatMap(flat), range);
};

const merge: Evaluator = (items, range) => ({
  kind: 'map',
  entries: new Map(items.flatMap((item) => (item.kind === 'map' ? [...item.entries] : []))),
  range,
});

const join: Evaluator = ([separator, ...lists], range) =>
  scalar(
    lists
      .flatMap(itemsOf)
      .map((item) => textOf(item) ?? '')
      .join(textOf(separator) ?? ''),
    range,
  );

const format: Evaluator = ([pattern, ...items], range) => {
  let next = 0;
  const text = (textOf(pattern) ?? '').replace(/%[svdq%]/g, (verb) =>
    verb === '%%' ? '%' : (textOf(items[next++]) ?? ''),
  );
  return scalar(text, range);
};

const lookup: Evaluator = ([map, key, otherwise], range) =>
  (map?.kind === 'map' ? map.entries.get(textOf(key) ?? '') : undefined) ?? otherwise ?? unknown('lookup', range);

const element: Evaluator = ([whole, index], range) => {
  const items = whole === undefined ? [] : itemsOf(whole);
  return items[Number(textOf(index)) % Math.max(1, items.length)] ?? unknown('element', range);
};

/** @source https://developer.hashicorp.com/terraform/language/functions/cidrsubnet (read 2026-11-24) */
const cidrsubnet: Evaluator = (items, range) => {
  const [prefix = '', more, index] = items.map((item) => textOf(item) ?? '');
  const block = blockWithin(prefix, Number(prefix.split('/')[1]) + Number(more), Number(index));
  return block === null ? unknown('cidrsubnet(…)', range) : scalar(block, range);
};

const same: Evaluator = ([value], range) => value ?? { kind: 'absent', range };
const firstKnown: Evaluator = (items, range) =>
  items.find(({ kind }) => kind !== 'absent') ?? { kind: 'absent', range };

/**
 * The functions that files of endpoints use; another one stays unknown.
 *
 * @source https://developer.hashicorp.com/terraform/language/functions (read 2026-11-24)
 */
const functions: ReadonlyMap<string, Evaluator> = new Map(
  Object.entries<Evaluator>({
    toset,
    sort: toset,
    setunion: toset,
    distinct,
    flatten,
    merge,
    join,
    format,
    lookup,
    element,
    tolist: same,
    tomap: same,
    tostring: same,
    tonumber: same,
    tobool: same,
    coalesce: firstKnown,
    cidrsubnet,
    concat: (items, range) => list(items.flatMap(itemsOf), range),
    compact: ([value], range) => list(value === undefined ? [] : itemsOf(value).filter((item) => textOf(item)), range),
    values: ([value], range) => list(value === undefined ? [] : itemsOf(value), range),
    keys: ([value], range) =>
      list(value?.kind === 'map' ? [...value.entries].map(([key, each]) => scalar(key, each.range)) : [], range),
    length: ([value], range) => scalar(value === undefined ? 0 : itemsOf(value).length, range),
    contains: ([value, item], range) =>
      scalar(value !== undefined && itemsOf(value).some((each) => textOf(each) === textOf(item)), range),
    one: ([value], range) => (value === undefined ? undefined : itemsOf(value)[0]) ?? { kind: 'absent', range },
    split: ([separator, text], range) =>
      list(
        (textOf(text) ?? '').split(textOf(separator) ?? ',').map((part) => scalar(part, range)),
        range,
      ),
    jsonencode: ([value], range) => scalar(JSON.stringify(value === undefined ? null : plainOf(value)), range),
    lower: textually((text) => text.toLowerCase()),
    upper: textually((text) => text.toUpperCase()),
    trimspace: textually((text) => text.trim()),
    replace: textually((text, from = '', to = '') => (from === '' ? text : text.replaceAll(from, to))),
  }),
);

/** Characters of a text that a function takes. */
const longestText = 2000;

/** Functions that hand their items on unseen: one that is unknown leaves the others as they are. */
const transparent: ReadonlySet<string> = new Set(['concat', 'flatten', 'tolist', 'tomap', 'merge', 'values']);

/** What a call comes to; unknown with any of its items, unless the function only passes them on. */
export function callFunction(name: string, items: readonly Value[], range: SourceRange): Value {
  const evaluator = functions.get(name);
  const [first] = items;
  if (name === 'try') return first ?? unknown('try(…)', range);
  if (name === 'can')
    return first === undefined || first.kind === 'unknown' ? unknown('can(…)', range) : scalar(true, range);
  if (evaluator === undefined) return unknown(`${name}(…)`, range);
  // A text put into another as often as that has letters has a length that is no longer one of a name.
  if (items.some((item) => (textOf(item)?.length ?? 0) > longestText)) return unknown(`${name}(…)`, range);
  const open = items.find(({ kind }) => kind === 'unknown');
  if (open !== undefined) return open;
  const dependsOn = transparent.has(name) ? null : items.map(dependenceOf).find((found) => found !== null);
  return dependsOn ? unknown(dependsOn, range) : evaluator(items, range);
}
