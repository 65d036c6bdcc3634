import { innerRange, type Tree, textOf } from '../../core/yaml/tree.ts';
import type { Choice, Term } from '../document.ts';

/** A piece of a file as a text and its place; the text is empty for anything but a leaf. */
export function termOf(tree: Tree): Term {
  return { text: textOf(tree) ?? '', range: innerRange(tree), dependsOn: null };
}

/** A choice that nobody made: the default of the format. */
export function leftOut<T>(value: T): Choice<T> {
  return { value, range: null, dependsOn: null };
}
