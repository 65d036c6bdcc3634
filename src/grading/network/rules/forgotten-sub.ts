import type { Rule } from '../../core/rule.ts';
import type { SourceRange, TextEdit } from '../../core/types.ts';
import { found, messageOf, quoted } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';

/** A placeholder in a template's text outside `Fn::Sub`. */
export const forgottenSub: Rule<NetworkDocument> = {
  code: 'network/forgotten-sub',
  severity: 'error',
  source: sources.templateSub,
  check: (document) =>
    judgedServices(document).flatMap(({ service: { range, text }, verdict }) => {
      if (document.format !== 'template' || verdict.kind !== 'unsubstituted') return [];
      const fix = {
        title: messageOf('network/replace-with', { text: `!Sub ${text}` }),
        edits: subAround(document, range),
      };
      const params = { written: quoted(text) };
      return [found('error', 'network/forgotten-sub', params, range, sources.templateSub, { fixes: [fix] })];
    }),
};

/** `Fn::Sub` around the text, in the form that JSON and YAML both read; the quotes around the text stay where they are. */
function subAround({ trees }: NetworkDocument, range: SourceRange): readonly TextEdit[] {
  const root = trees.find((tree) => tree.range.start <= range.start && range.end <= tree.range.end);
  const json = root?.kind === 'mapping' && root.entries[0]?.key.written.startsWith('"');
  const before = { ...range, start: range.start - 1, end: range.start - 1 };
  const after = { ...range, start: range.end + 1, end: range.end + 1 };
  if (json) {
    return [
      { range: before, text: '{ "Fn::Sub": ' },
      { range: after, text: ' }' },
    ];
  }
  return [{ range: isQuoted(root, range) ? before : { ...range, end: range.start }, text: '!Sub ' }];
}

function isQuoted(tree: NetworkDocument['trees'][number] | undefined, range: SourceRange): boolean {
  if (tree === undefined || tree.range.end < range.start || tree.range.start > range.start) return false;
  if (tree.kind === 'leaf') return tree.range.start === range.start - 1;
  const parts = tree.kind === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  return parts.some((part) => isQuoted(part, range));
}
