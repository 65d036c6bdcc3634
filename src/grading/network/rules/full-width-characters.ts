import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, SourceRange } from '../../core/types.ts';
import type { Leaf, Tree } from '../../core/yaml/tree.ts';
import type { GroupRule, NetworkDocument, Term } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { lookAlikeFound } from '../look-alike-found.ts';
import { isVerbatim } from '../term.ts';

/**
 * Full-width letters, digits and punctuation, and other look-alikes. Templates and outputs have texts for people (descriptions, tags),
 * so there only what is read is looked at.
 */
export const fullWidthCharacters: Rule<NetworkDocument> = {
  code: 'network/full-width-characters',
  severity: 'error',
  source: sources.yaml,
  check(document) {
    if (document.format === 'list' && document.trees.length === 0)
      return document.endpoints.flatMap(({ service }) => inTerm(service));
    if (document.format === 'list' || document.format === 'long') return document.trees.flatMap(inTree);
    return termsOf(document).filter(isVerbatim).flatMap(inTerm);
  },
};

function termsOf({ endpoints, groups }: NetworkDocument): readonly Term[] {
  const ofRule = ({ protocol, ports, peer }: GroupRule) => [
    ...(protocol === null ? [] : [protocol]),
    ...(ports.kind === 'unread' ? [{ text: ports.text, range: ports.range, dependsOn: null }] : []),
    ...(peer === null ? [] : [peer]),
  ];
  return [
    ...endpoints.flatMap((endpoint) => [endpoint.service, ...(endpoint.groups ?? []), ...endpoint.routeTables]),
    ...groups.flatMap(({ inbound, outbound }) => [...inbound, ...(outbound ?? [])].flatMap(ofRule)),
  ];
}

function inTree(tree: Tree): readonly Diagnostic[] {
  if (tree.kind === 'leaf') return inLeaf(tree);
  if (tree.kind === 'list') return tree.items.flatMap(inTree);
  return tree.entries.flatMap(({ key, value }) => [...inLeaf(key), ...inTree(value)]);
}

function inLeaf({ written, range }: Leaf): readonly Diagnostic[] {
  return lookAlikesOf(written, range);
}

function inTerm({ text, range }: Term): readonly Diagnostic[] {
  return lookAlikesOf(text, range);
}

function lookAlikesOf(written: string, whole: SourceRange): readonly Diagnostic[] {
  const diagnostic = lookAlikeFound(written, whole);
  return diagnostic === null ? [] : [diagnostic];
}
