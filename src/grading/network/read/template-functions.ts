import type { SourceRange } from '../../core/types.ts';
import { blockWithin } from '../cidr.ts';
import { type Scope, take } from './template-scope.ts';

/** What an expression of a template comes to. `absent` is `AWS::NoValue`, or a branch that leaves the property out. */
export type Value =
  | { readonly kind: 'text'; readonly text: string; readonly range: SourceRange }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly range: SourceRange }
  | { readonly kind: 'absent'; readonly range: SourceRange }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange };

/** A function of CloudFormation, by what its arguments come to. */
export type FunctionOfValues = (values: readonly Value[], scope: Scope, range: SourceRange) => Value;

/** `Fn::Join`: the texts of a list with the delimiter between them. */
export const join: FunctionOfValues = ([delimiter, list], scope, range) => {
  if (list?.kind !== 'list') return openOf('Fn::Join', [list], range);
  if (list.items.some(({ kind }) => kind === 'unknown')) return openOf('Fn::Join', list.items, range);
  const texts = list.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  const between = textIn(delimiter);
  const length = texts.reduce((sum, text) => sum + text.length + between.length, 0);
  if (!take(length, scope, range)) return openOf('Fn::Join', [], range);
  return { kind: 'text', text: texts.join(between), range };
};

/** `Fn::Select`: the item of a list at an index, from 0. */
export const select: FunctionOfValues = ([index, list], _scope, range) => {
  if (list?.kind !== 'list' || index?.kind !== 'text') return openOf('Fn::Select', [list, index], range);
  return list.items[Number(index.text)] ?? openOf('Fn::Select', [], range);
};

/** `Fn::Split`: the parts of a text between delimiters, as a list. */
export const split: FunctionOfValues = ([delimiter, text], _scope, range) => {
  if (text?.kind !== 'text') return openOf('Fn::Split', [text], range);
  const parts = text.text.split(textIn(delimiter) || ',');
  return { kind: 'list', items: parts.map((part) => ({ kind: 'text', text: part, range })), range };
};

/** Blocks that `Fn::Cidr` gives at most. */
const mostBlocks = 256;

/**
 * The ranges that a range is divided into.
 *
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html (read 2026-11-24)
 */
export const divide: FunctionOfValues = (values, _scope, range) => {
  if (values.some(({ kind }) => kind === 'unknown')) return openOf('Fn::Cidr', values, range);
  const [whole, count, hostBits] = [textIn(values[0]), Number(textIn(values[1])), Number(textIn(values[2]))];
  const most = Math.min(count, mostBlocks) || 0;
  const blocks = Array.from({ length: most }, (_, index) => blockWithin(whole, 32 - hostBits, index));
  if (blocks.length === 0 || blocks.includes(null)) return openOf('Fn::Cidr', [], range);
  return { kind: 'list', items: blocks.map((text) => ({ kind: 'text', text: text ?? '', range })), range };
};

function textIn(value: Value | undefined): string {
  return value?.kind === 'text' ? value.text : '';
}

/** Unknown, by what the first unknown argument depends on, else by the function itself. */
function openOf(name: string, values: readonly (Value | undefined)[], range: SourceRange): Value {
  const open = values.find((value) => value?.kind === 'unknown');
  return open?.kind === 'unknown' ? { ...open, range } : { kind: 'unknown', dependsOn: name, range };
}
