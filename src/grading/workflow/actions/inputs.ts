import type { Code } from '../../../messages/index.ts';
import type { Failure, Given, StepContext } from '../run/state.ts';
import { isUnknown } from '../unknown.ts';

const trueWords = ['true', 'True', 'TRUE'];
const falseWords = ['false', 'False', 'FALSE'];

/** The text of an input, or its default. */
export function textOf(context: StepContext, name: string, otherwise = ''): string {
  const given = context.input(name);
  return given === undefined || given.text === '' ? otherwise : given.text.trim();
}

/** The places that decide an input; the step itself when it is not given. */
export function rangesOf(context: StepContext, ...names: readonly string[]): Failure['ranges'] {
  const given = names.map((name) => context.input(name)).filter((input) => input !== undefined);
  return given.length === 0 ? [context.step.range] : given.flatMap(({ range, origins }) => [range, ...origins]);
}

/** A boolean input as YAML 1.2 knows it; anything else makes the action fail, as `failure` says. Unknown counts as true. */
export function booleanOf(
  context: StepContext,
  name: string,
  otherwise: boolean,
): { readonly is: boolean; readonly failure: Failure | null } {
  const text = textOf(context, name);
  if (text === '') return { is: otherwise, failure: null };
  if (trueWords.includes(text) || isUnknown(text)) return { is: true, failure: null };
  if (falseWords.includes(text)) return { is: false, failure: null };
  return {
    is: otherwise,
    failure: fail('workflow/boolean-input', { input: name, value: text }, rangesOf(context, name)),
  };
}

/** Items of a list input, split at lines and, where the action does so, at commas; blanks are left out. */
export function itemsOf(text: string, separators: 'lines' | 'lines-and-commas'): readonly string[] {
  return text
    .split(separators === 'lines' ? /\r?\n/ : /[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A failure that stops the step. */
export function fail(code: Code, params: Failure['params'], ranges: Failure['ranges'], said?: string): Failure {
  return { code, params, ranges, stops: true, ...(said === undefined ? {} : { said }) };
}

/** A given input as a whole: its text and places. */
export function givenOf(context: StepContext, name: string): Given {
  return context.input(name) ?? { text: '', range: context.step.head, origins: [] };
}
