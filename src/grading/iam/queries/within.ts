import type { JsonString, Span } from '../json/nodes.ts';

/** The place of a stretch of a string's text; the whole string when escapes make the offsets unclear. */
export function spanWithin(node: JsonString, start: number, end: number): Span {
  if (node.end - node.start !== node.value.length + 2) return node;
  return { start: node.start + 1 + start, end: node.start + 1 + end };
}
