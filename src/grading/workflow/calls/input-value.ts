import type { Leaf } from '../../core/yaml/tree.ts';
import { asText, type Value } from '../expression-values.ts';
import { isUnknown } from '../unknown.ts';
import type { InputType } from './called.ts';

/**
 * A value as an input of this type takes it; null for one that it does not take. Anything can be a text, but no text, not even `'true'`,
 * is a truth value or a number. What is not known is let through.
 *
 * @source https://github.com/actions/runner/blob/main/src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs (read 2026-11-24)
 */
export function asInput(value: Value, type: InputType): Value {
  if (typeof value === 'object' && value !== null) return null;
  if (type === 'string') return asText(value);
  return typeof value === type || (typeof value === 'string' && isUnknown(value)) ? value : null;
}

/** Whether a literal can be the value of such an input; of an expression only a run can tell. */
export function fitsType({ value, text }: Leaf, type: InputType): boolean {
  return text.includes('${{') || asInput(value, type) !== null;
}

/** What an input holds that nobody sets. */
export function emptyInput(type: InputType): Value {
  return type === 'boolean' ? false : type === 'number' ? 0 : '';
}
