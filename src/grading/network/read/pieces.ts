import type { SourceRange } from '../../core/types.ts';
import { innerRange, type Tree, textOf } from '../../core/yaml/tree.ts';
import type { Choice, GroupRule, SecurityGroup, Term } from '../document.ts';

/** A piece of a file as a text and its place; the text is empty for anything but a leaf. */
export function termOf(tree: Tree): Term {
  return { text: textOf(tree) ?? '', range: innerRange(tree), dependsOn: null };
}

/** The place of a text that is missing. */
export function noTerm(range: SourceRange): Term {
  return { text: '', range, dependsOn: null };
}

/** A choice that nobody made: the default of the format. */
export function leftOut<T>(value: T): Choice<T> {
  return { value, range: null, dependsOn: null };
}

/** The name of a prefix list: its id, or what a template calls it, which then begins as ids do, so that no group is taken for one. */
export function prefixListNamed(name: string): string {
  return name.startsWith('pl-') ? name : `pl-${name}`;
}

/** What a rule that stands by itself gives to a group that may be defined elsewhere. */
export function groupOfLoneRule(
  name: Term,
  rules: readonly GroupRule[],
  direction: 'inbound' | 'outbound',
): SecurityGroup {
  return {
    defined: false,
    name,
    names: [name.text],
    inbound: direction === 'inbound' ? rules : [],
    outbound: direction === 'outbound' ? rules : null,
  };
}
