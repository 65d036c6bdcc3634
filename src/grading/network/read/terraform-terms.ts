import type { Term } from '../document.ts';
import { dependenceOf, itemsOf, textOf, type Value } from '../hcl/value.ts';
import { noTerm } from './pieces.ts';
import { type Argument, argumentsOf, type Instance } from './terraform-scope.ts';

/** The arguments of one resource. */
export function argumentOf({ block, around }: Instance): Argument {
  return argumentsOf(block.body, around);
}

/** A value as a text and its place. */
export function termOf(value: Value): Term {
  const dependsOn = dependenceOf(value);
  return { text: dependsOn === null ? (textOf(value) ?? '') : '', range: value.range, dependsOn };
}

/** A list as texts; none for null. */
export function termsOf(value: Value | null): readonly Term[] {
  return value === null ? [] : itemsOf(value).map(termOf);
}

/** An argument as a text; an empty one at the resource's heading when it is left out. */
export function termUnder(instance: Instance, name: string): Term {
  const value = argumentOf(instance)(name);
  return value === null ? noTerm(instance.block.heading) : termOf(value);
}

/** Something a resource says, or, where it may not exist at all, what that depends on. */
export function unlessOpen(term: Term, { existsIf }: Instance): Term {
  return existsIf === null ? term : { text: '', range: term.range, dependsOn: existsIf };
}
