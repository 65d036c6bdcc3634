import { memoize } from '../../core/memoize.ts';
import type { PolicyDocument } from '../document.ts';
import { readOperator } from '../facts/operators.ts';
import type { JsonString, Span } from '../json/nodes.ts';
import { spanWithin } from './within.ts';

/** A `${…}` in a text in which variables count. */
export interface PlacedVariable {
  readonly node: JsonString;
  /** What stands between the braces; null when they are never closed. */
  readonly inside: string | null;
  /** As it is written, braces included; without a closing brace up to the end of the text. */
  readonly written: string;
  readonly at: Span;
  /** Where the part between the braces begins, in the policy's text; null when escapes make that unclear. */
  readonly insideAt: Span | null;
}

/** Variables that are looked at in one policy. */
const maxVariables = 2000;

/** The variables of a policy, in resources and in the values of String and Arn operators; none where `Version` knows none. */
export const variablesIn = memoize(readVariables);

function readVariables(document: PolicyDocument): readonly PlacedVariable[] {
  const found: PlacedVariable[] = [];
  if (document.version !== '2012-10-17') return found;
  for (const node of textsOf(document)) {
    for (const variable of node.value.includes('${') ? variablesOf(node) : []) {
      found.push(variable);
      if (found.length === maxVariables) return found;
    }
  }
  return found;
}

function* textsOf({ statements }: PolicyDocument): Generator<JsonString> {
  for (const { resource, conditions } of statements) {
    for (const { node } of resource?.entries ?? []) yield node;
    for (const { operator, values } of conditions) {
      const family = readOperator(operator.value)?.fact.family;
      if (family !== 'String' && family !== 'Arn') continue;
      for (const { node } of values) if (node.kind === 'string') yield node;
    }
  }
}

function* variablesOf(node: JsonString): Generator<PlacedVariable> {
  const text = node.value;
  let open = text.indexOf('${');
  while (open !== -1) {
    const next = text.indexOf('${', open + 2);
    const limit = next === -1 ? text.length : next;
    const length = text.slice(open, limit).indexOf('}');
    const isClosed = length !== -1;
    const close = open + length;
    const end = isClosed ? close + 1 : limit;
    const inside = isClosed ? text.slice(open + 2, close) : null;
    const place = isClosed ? spanWithin(node, open + 2, close) : node;
    yield {
      node,
      inside,
      written: text.slice(open, end),
      at: spanWithin(node, open, end),
      insideAt: place === node ? null : place,
    };
    open = next;
  }
}

/** A variable's name and its default as they are written, the comma between them left out; no default is null. */
export function partsOfVariable(inside: string): { readonly name: string; readonly fallback: string | null } {
  const comma = inside.indexOf(',');
  return comma === -1
    ? { name: inside, fallback: null }
    : { name: inside.slice(0, comma), fallback: inside.slice(comma + 1) };
}
