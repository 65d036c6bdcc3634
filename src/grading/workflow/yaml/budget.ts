import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, visit } from 'yaml';
import type { SourceRange } from '../../core/types.ts';

/**
 * What GitHub's reader would have to hold: expanded nodes and depth. Each anchor is weighed once, so the count is linear
 * in the text however often the anchor is named.
 */
export interface Weight {
  readonly nodes: number;
  readonly depth: number;
  readonly aliases: readonly SourceRange[];
  /** Aliases that name no anchor before them. */
  readonly unknown: readonly { readonly name: string; readonly range: SourceRange }[];
  /** Aliases that stand inside the anchor that they name. */
  readonly circular: readonly SourceRange[];
  readonly anchors: readonly { readonly name: string; readonly range: SourceRange; readonly used: boolean }[];
}

export const maxAliases = 100;
export const maxExpandedNodes = 20_000;
export const maxDepth = 50;

/** Weighs a document without expanding anything. */
export function weigh(document: Document, file: string): Weight {
  const seen = { weights: new Map<string, number>(), used: new Set<string>(), open: new Set<string>() };
  const aliases: SourceRange[] = [];
  const unknown: { name: string; range: SourceRange }[] = [];
  const circular: SourceRange[] = [];
  let depth = 0;

  function weightOf(node: unknown, level: number): number {
    depth = Math.max(depth, level);
    if (level > maxDepth * 4) return 1;
    if (isAlias(node)) return weightOfAlias(node.source, rangeOf(node));
    const anchor = anchorOf(node);
    if (anchor !== null) seen.open.add(anchor);
    const sum =
      1 + childrenOf(node).reduce((total: number, child) => Math.min(total + weightOf(child, level + 1), 1e9), 0);
    if (anchor !== null) {
      seen.open.delete(anchor);
      seen.weights.set(anchor, sum);
    }
    return sum;
  }

  function weightOfAlias(name: string, range: SourceRange): number {
    aliases.push(range);
    seen.used.add(name);
    if (seen.open.has(name)) circular.push(range);
    else if (!seen.weights.has(name)) unknown.push({ name, range });
    return seen.weights.get(name) ?? 1;
  }

  function rangeOf(node: Node): SourceRange {
    return { file, start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
  }

  const nodes = weightOf(document.contents, 0);
  return { nodes, depth, aliases, unknown, circular, anchors: anchorsIn(document, file, seen.used) };
}

function childrenOf(node: unknown): readonly unknown[] {
  if (isMap(node)) return node.items.flatMap((pair) => [pair.key, pair.value]);
  if (isSeq(node)) return node.items;
  return isPair(node) ? [node.key, node.value] : [];
}

function anchorOf(node: unknown): string | null {
  return (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined ? node.anchor : null;
}

function anchorsIn(document: Document, file: string, used: ReadonlySet<string>): Weight['anchors'] {
  const found: { name: string; range: SourceRange; used: boolean }[] = [];
  visit(document, {
    Node: (_, node) => {
      const name = anchorOf(node);
      if (name === null) return;
      const [start = 0, end = 0] = node.range ?? [];
      found.push({ name, range: { file, start, end }, used: used.has(name) });
    },
  });
  return found;
}
