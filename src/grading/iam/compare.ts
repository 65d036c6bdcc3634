import { type AddressBlock, blockHolds, parseBlock } from './addresses.ts';
import { arnPartsOf } from './arn.ts';
import type { Comparison, OperatorFact } from './facts/operators.ts';
import { all, any, type Holds, holdsIf } from './holds.ts';
import { parseInstant } from './instants.ts';
import { type Context, compileTemplate, hasVariable, matchesTemplate, type Template } from './variables.ts';

/** Whether one value of a request equals, or is below, or lies in, what the policy says. */
export type Compare = (value: string, context: Context) => Holds;

/**
 * Compiles one value of a condition. A value that the operator cannot read fits nothing.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html (read 2026-11-24)
 */
export function compileComparison(
  { family, comparison }: OperatorFact,
  wanted: string,
  withVariables: boolean,
): Compare {
  switch (family) {
    case 'String':
      return compareStrings(comparison, wanted, withVariables);
    case 'Arn':
      return compareArns(wanted, withVariables);
    case 'Numeric':
      return compareNumbers(comparison, wanted);
    case 'Date':
      return compareInstants(comparison, wanted);
    case 'Bool':
      return withVariables && wanted.includes('${') ? () => 'unknown' : compareBooleans(wanted);
    case 'IpAddress':
      return compareAddresses(wanted);
    case 'Binary':
      return compareBytes(wanted);
    case 'Null':
      return () => 'unknown';
  }
}

function compareStrings(comparison: Comparison, wanted: string, withVariables: boolean): Compare {
  const wildcards = comparison === 'like';
  const ignoresCase = comparison === 'equals-ignoring-case';
  // The name of a variable may be lowered too, as it is read without regard to case, and so may its default, which is compared so.
  const template = compileTemplate(ignoresCase ? wanted.toLowerCase() : wanted, withVariables, wildcards);
  if (!ignoresCase) return (value, context) => matchesTemplate(template, value, context, wildcards);
  return (value, context) => {
    const lowered = new Map([...context].map(([key, values]) => [key, values.map((each) => each.toLowerCase())]));
    return matchesTemplate(template, value.toLowerCase(), hasVariable(template) ? lowered : context, false);
  };
}

function compareArns(wanted: string, withVariables: boolean): Compare {
  const parts = arnPartsOf(wanted, withVariables);
  if (parts[0] !== 'arn') return () => 'unknown';
  const templates = parts.map((part) => compileTemplate(part, withVariables));
  return (value, context) => {
    const given = arnPartsOf(value, false);
    if (given[0] !== 'arn') return 'unknown';
    if (given.length !== templates.length || given.length !== 6) return 'no';
    return all(templates.keys(), (index) => matchesTemplate(templates[index] as Template, given[index] ?? '', context));
  };
}

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** True for a text that numeric operators read as a number. */
export function isNumber(text: string): boolean {
  return decimal.test(text);
}

function compareNumbers(comparison: Comparison, wanted: string): Compare {
  if (!isNumber(wanted)) return () => 'no';
  return (value) => {
    if (!isNumber(value)) return 'no';
    if (isImprecise(wanted) || isImprecise(value)) return 'unknown';
    return holdsIf(isOrdered(comparison, Number(value), Number(wanted)));
  };
}

/** More digits than a JSON number carries for certain. */
function isImprecise(text: string): boolean {
  return text.replace(/\D/g, '').length > 15;
}

function compareInstants(comparison: Comparison, wanted: string): Compare {
  const instant = parseInstant(wanted);
  if (instant === null) return () => 'no';
  return (value) => {
    const given = parseInstant(value);
    return holdsIf(given !== null && isOrdered(comparison, given, instant));
  };
}

function isOrdered<T extends number | bigint>(comparison: Comparison, given: T, wanted: T): boolean {
  switch (comparison) {
    case 'less':
      return given < wanted;
    case 'less-or-equal':
      return given <= wanted;
    case 'greater':
      return given > wanted;
    case 'greater-or-equal':
      return given >= wanted;
    default:
      return given === wanted;
  }
}

function compareBooleans(wanted: string): Compare {
  const lower = wanted.toLowerCase();
  if (lower !== 'true' && lower !== 'false') return () => 'no';
  return (value) => holdsIf(value.toLowerCase() === lower);
}

function compareAddresses(wanted: string): Compare {
  const block = parseBlock(wanted);
  if (block === null) return () => 'no';
  if (block.bits === 128 && !wanted.includes('/')) return () => 'unknown';
  return (value) => {
    const given: AddressBlock | null = parseBlock(value);
    return holdsIf(given !== null && blockHolds(block, given));
  };
}

/** True for a text that binary operators read as bytes. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function compareBytes(wanted: string): Compare {
  if (!isBase64(wanted)) return () => 'no';
  const bytes = atob(wanted);
  return (value) => any([bytes, wanted], (form) => holdsIf(form === value));
}
