import type { SourceRange } from '../../core/types.ts';
import { keyText, type Tree, valueAt } from '../../core/yaml/tree.ts';

type Section = 'Parameters' | 'Resources' | 'Mappings' | 'Conditions';

/** The parts of a template that expressions refer to. */
export interface Scope {
  find(section: Section, name: string): Tree | undefined;
  /** Called for a name that the template does not define. */
  readonly unresolved: (name: string, range: SourceRange) => void;
  /** What each condition came to; while it is being worked out, its own name, so that a circle depends on itself. */
  readonly conditions: Map<string, boolean | string>;
  readonly allowance: Allowance;
}

/** What the functions of a template may still come to; a few lines of them, each in the next, ask for gigabytes. */
export interface Allowance {
  /** Characters of texts and items of lists. */
  left: number;
  /** Conditions that wait for another one. */
  openConditions: number;
  /** The function that asked for more than was left; null until one does. */
  exceededAt: SourceRange | null;
}

const mostCharacters = 1_000_000;
/** Conditions that wait for one another at most; a deeper chain stays open. */
export const mostOpenConditions = 200;

/** Indexes a template. `unresolved` is called for every reference to a name that it does not define. */
export function scopeOf(template: Tree, unresolved: Scope['unresolved']): Scope {
  const sections = new Map<Section, ReadonlyMap<string, Tree>>();
  const indexOf = (section: Section): ReadonlyMap<string, Tree> => {
    const tree = valueAt(template, section);
    const entries = tree?.kind === 'mapping' ? tree.entries : [];
    return new Map(entries.map((entry) => [keyText(entry), entry.value]));
  };
  const find: Scope['find'] = (section, name) => {
    const index = sections.get(section) ?? indexOf(section);
    sections.set(section, index);
    return index.get(name);
  };
  const allowance = { left: mostCharacters, openConditions: 0, exceededAt: null };
  return { find, unresolved, conditions: new Map(), allowance };
}

/** Takes from the allowance; false when there is not enough left. */
export function take(size: number, { allowance }: Scope, range: SourceRange): boolean {
  allowance.left -= size;
  if (allowance.left >= 0) return true;
  allowance.exceededAt ??= range;
  return false;
}

/** A call of an intrinsic function, by its name without `Fn::`. */
export interface Intrinsic {
  readonly name: string;
  readonly argument: Tree;
}

/** The function that a piece of a template calls, in the short form (`!Sub x`) or the long one (`Fn::Sub: x`); null for plain text. */
export function intrinsicOf(tree: Tree): Intrinsic | null {
  if (tree.tag?.startsWith('!')) return { name: tree.tag.slice(1), argument: { ...tree, tag: null } };
  const [only, ...more] = tree.kind === 'mapping' ? tree.entries : [];
  if (only === undefined || more.length > 0) return null;
  const key = keyText(only);
  if (key === 'Ref' || key === 'Condition') return { name: key, argument: only.value };
  return key.startsWith('Fn::') ? { name: key.slice(4), argument: only.value } : null;
}
