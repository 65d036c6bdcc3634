import type { Diagnostic, SourceRange } from '../../core/types.ts';
import { found, messageOf, quote } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import { type StructureLine, structureLines } from './lines.ts';

type Place = (line: StructureLine, from: number, length: number) => SourceRange;
type Trap = (line: StructureLine, place: Place) => readonly Diagnostic[];

/**
 * Slips of typing that YAML reads otherwise than it looks, explained where they stand. Those that a YAML parser may let through are looked
 * for in every text; `broken` adds those that are only a fault when it could not read the text.
 */
export function findTraps(text: string, file: string, broken: boolean): readonly Diagnostic[] {
  const place: Place = (line, from, length) => ({ file, start: line.start + from, end: line.start + from + length });
  const traps = broken ? [...always, ...whenBroken] : always;
  return structureLines(text).flatMap((line) =>
    line.text.length > 2000 ? [] : traps.flatMap((trap) => trap(line, place)),
  );
}

const spaces: Readonly<Record<string, string>> = {
  '\u3000': 'full-width space U+3000',
  '\u00a0': 'no-break space U+00A0',
  '\u200b': 'zero-width space U+200B',
  '\u2003': 'em space U+2003',
  '\u202f': 'narrow no-break space U+202F',
};
const oddSpace =
  /^((?:[ \t]|- )*)([\u3000\u00a0\u200b\u2003\u202f]+)|^((?:[ \t]|- )*["']?[A-Za-z_][\w-]*["']?[:：][ ]?)([\u3000\u00a0\u200b\u2003\u202f]+)|^([ \t]*-)([\u3000\u00a0\u2003\u202f]+)/;

const findOddSpace: Trap = (line, place) => {
  const match = oddSpace.exec(line.text);
  if (match === null) return [];
  const before = match[1] ?? match[3] ?? match[5] ?? '';
  const odd = match[2] ?? match[4] ?? match[6] ?? '';
  const range = place(line, before.length, odd.length);
  const title = messageOf('workflow/fix-use-name', { name: ' ' });
  const name = spaces[odd[0] ?? ''] ?? odd;
  return [
    found('error', 'workflow/odd-space', { name, column: before.length + 1 }, range, sources.yaml, {
      fixes: [
        {
          title,
          edits: [{ range, text: ' '.repeat(odd.startsWith('\u3000') && before.trim() === '' ? odd.length * 2 : 1) }],
        },
      ],
    }),
  ];
};

const fullWidth: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '＃': '#',
  '－': '-',
  '｛': '{',
  '［': '[',
};

const findFullWidth: Trap = (line, place) => {
  const match =
    /^(\s*(?:-\s+)?["']?[A-Za-z_][\w-]*["']?)(：)/.exec(line.text) ??
    /^(\s*)(＃|－)/.exec(line.text) ??
    /^([^'"#]*[[{][^'"#\]}]*)(，)/.exec(line.text);
  if (match === null) return [];
  const [, before = '', odd = ''] = match;
  const ascii = fullWidth[odd] ?? '';
  const range = place(line, before.length, odd.length);
  const spaced = odd === '：' && /^\S/.test(line.text.slice(before.length + 1)) ? ': ' : ascii;
  const fixes = [{ title: messageOf('workflow/fix-use-name', { name: ascii }), edits: [{ range, text: spaced }] }];
  return [found('error', 'workflow/full-width-character', { character: odd, ascii }, range, sources.yaml, { fixes })];
};

const findCurlyQuotes: Trap = (line, place) => {
  const match = /^([^#'"]*(?:[:\-[,]\s*|\s))([“‘])([^“”‘’]*)([”’])/.exec(line.text);
  if (match === null) return [];
  const [, before = '', open = '', inner = '', close = ''] = match;
  const range = place(line, before.length, inner.length + 2);
  const title = messageOf('workflow/fix-quote', {});
  const fixes = [{ title, edits: [{ range, text: `'${inner.replaceAll("'", "''")}'` }] }];
  return [found('warning', 'workflow/curly-quotes', { open, close }, range, sources.yaml, { fixes })];
};

const findMissingDollar: Trap = (line, place) => {
  const match = /^((?:\s*-\s+)?(?:\s*[\w"'-]+:\s+)?\s*)(\{\{[^{}]*\}\})/.exec(line.text);
  if (match?.[2] === undefined || (match[1] ?? '').trim() === '') return [];
  const range = place(line, match[1]?.length ?? 0, match[2].length);
  const title = messageOf('workflow/fix-use-name', { name: '${{ }}' });
  const fixes = [{ title, edits: [{ range: { ...range, end: range.start }, text: '$' }] }];
  return [
    found('error', 'workflow/expression-without-dollar', { text: match[2] }, range, sources.expressions, { fixes }),
  ];
};

const findSwallowedValue: Trap = (line, place) => {
  const match = /^(\s*(?:-\s+)?[A-Za-z_][\w-]*:)(?:\s+|\s[^#'"|>]*\s)(#(?:\S.*|.*\$\{\{.*))$/.exec(line.text);
  if (match?.[2] === undefined) return [];
  const [, before = '', comment] = match;
  const value = line.text.slice(before.length, line.text.length - comment.length).trim();
  const holdsExpression = comment.includes('${{');
  if (value !== '' && !holdsExpression) return [];
  if (value === '' && !holdsExpression && /^#\S*$/.test(comment) === false) return [];
  const range = place(line, line.text.length - comment.length, comment.trimEnd().length);
  const all = line.text.slice(before.length).trim();
  const whole = place(line, line.text.indexOf(all, before.length), all.length);
  return [
    found('warning', 'workflow/comment-swallows-value', { text: comment.slice(0, 40) }, range, sources.yaml, {
      fixes: quote(all, whole),
    }),
  ];
};

const findTab: Trap = (line, place) => {
  const match = /^( *)(\t+)/.exec(line.text);
  if (match?.[2] === undefined) return [];
  const range = place(line, match[1]?.length ?? 0, match[2].length);
  const title = messageOf('workflow/fix-two-spaces', {});
  const fixes = [{ title, edits: [{ range, text: '  '.repeat(match[2].length) }] }];
  return [found('error', 'workflow/tab-indentation', {}, range, sources.yaml, { fixes })];
};

const knownKeys =
  'name|on|push|branches|tags|paths|permissions|contents|id-token|env|jobs|runs-on|steps|uses|with|run|id|if|needs|strategy|matrix|timeout-minutes|role-to-assume|aws-region|registry|registries|context|platforms|file|images|outputs|shell|environment|pull_request|workflow_dispatch|concurrency|defaults';
const gluedColon = new RegExp(`^(\\s*(?:-\\s+)?(?:${knownKeys}):)([^\\s/].*)$`);

const findGluedColon: Trap = (line, place) => {
  const match = gluedColon.exec(line.text);
  if (match?.[1] === undefined) return [];
  const range = place(line, match[1].length - 1, 1);
  const fixes = [{ title: messageOf('workflow/fix-use-name', { name: ': ' }), edits: [{ range, text: ': ' }] }];
  return [found('error', 'workflow/no-space-after-colon', { key: match[1].trim() }, range, sources.yaml, { fixes })];
};

const findGluedDash: Trap = (line, place) => {
  const match = /^(\s*)-(?=[A-Za-z"'])/.exec(line.text);
  if (match === null) return [];
  const range = place(line, match[1]?.length ?? 0, 1);
  const fixes = [{ title: messageOf('workflow/fix-use-name', { name: '- ' }), edits: [{ range, text: '- ' }] }];
  return [found('error', 'workflow/no-space-after-dash', {}, range, sources.yaml, { fixes })];
};

const findReservedStart: Trap = (line, place) => {
  const match = /^(\s*(?:-\s+)?(?:[\w-]+:\s+)?)([@`%][^#]*)/.exec(line.text);
  if (match?.[2] === undefined || (match[1] ?? '').trim() === '') return [];
  const value = match[2].trimEnd();
  const range = place(line, match[1]?.length ?? 0, value.length);
  return [
    found('error', 'workflow/reserved-character', { character: value[0] ?? '' }, range, sources.yaml, {
      fixes: quote(value, range),
    }),
  ];
};

const findColonInValue: Trap = (line, place) => {
  const match = /^(\s*(?:-\s+)?[A-Za-z_][\w-]*:\s+)([^'"|>&*!{[#\s][^#]*:(?:\s.*|$))/.exec(line.text);
  if (match?.[2] === undefined) return [];
  const value = match[2].trimEnd();
  const range = place(line, match[1]?.length ?? 0, value.length);
  return [
    found('error', 'workflow/colon-in-value', { text: value }, range, sources.yaml, { fixes: quote(value, range) }),
  ];
};

const findUnclosedQuote: Trap = (line, place) => {
  const match = /^(\s*(?:-\s+)*(?:[\w-]+:\s+)?(?:-\s+)?)(["'])(.*)$/.exec(line.text);
  if (match === null) return [];
  const [, before = '', mark = '', rest = ''] = match;
  const inner = mark === "'" ? rest.replaceAll("''", '') : rest.replace(/\\./g, '');
  if (inner.includes(mark)) return [];
  return [found('error', 'workflow/unclosed-quote', { mark }, place(line, before.length, 1), sources.yaml)];
};

const always: readonly Trap[] = [findOddSpace, findFullWidth, findCurlyQuotes, findMissingDollar, findSwallowedValue];
const whenBroken: readonly Trap[] = [
  findTab,
  findGluedColon,
  findGluedDash,
  findReservedStart,
  findColonInValue,
  findUnclosedQuote,
];
