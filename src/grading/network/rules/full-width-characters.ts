import { lookAlikesIn, toAscii } from '../../core/look-alikes.ts';
import type { Rule } from '../../core/rule.ts';
import type { Diagnostic, SourceRange, TextEdit } from '../../core/types.ts';
import type { Leaf, Tree } from '../../core/yaml/tree.ts';
import { found, quoted, say } from '../diagnostic.ts';
import type { GroupRule, NetworkDocument, Term } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { isVerbatim } from '../term.ts';

/**
 * Full-width letters, digits and punctuation, and other look-alikes. Templates and outputs have texts for people (descriptions, tags),
 * so there only what is read is looked at.
 */
export const fullWidthCharacters: Rule<NetworkDocument> = {
  code: 'network/full-width-characters',
  severity: 'error',
  source: sources.yaml,
  example: {
    fails: 'endpoints:\n  - service：com.amazonaws.ap-northeast-1.ssm\n',
    passes: 'endpoints:\n  - service: com.amazonaws.ap-northeast-1.ssm # 東京：ap-northeast-1\n',
  },
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
  return inText(written, range);
}

function inTerm({ text, range }: Term): readonly Diagnostic[] {
  return inText(text, range);
}

/** One diagnostic a text, however many look-alikes it has: at the first of them, with all of them mended by one fix. */
function inText(written: string, whole: SourceRange): readonly Diagnostic[] {
  const [first, ...others] = lookAlikesIn(written).map(({ start, end }) => ({
    ...whole,
    start: whole.start + start,
    end: whole.start + end,
  }));
  if (first === undefined) return [];
  const edits = [first, ...others].map((range): TextEdit => {
    const at = range.start - whole.start;
    const plain = toAscii(written.slice(at, range.end - whole.start));
    const beforeValue = plain.endsWith(':') && !/^\s/.test(written.slice(range.end - whole.start));
    return { range, text: beforeValue ? `${plain} ` : plain };
  });
  const text = written.slice(first.start - whole.start, first.end - whole.start);
  const params = { written: quoted(text), meant: toAscii(text).trim() };
  const fix = { title: say('network/replace-with', { text: toAscii(text).trim() }), edits };
  return [
    found('error', 'network/full-width-characters', params, first, sources.yaml, { related: others, fixes: [fix] }),
  ];
}
