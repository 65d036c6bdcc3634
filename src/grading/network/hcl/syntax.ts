import type { SourceRange } from '../../core/types.ts';

/**
 * Expressions of HCL's native syntax.
 *
 * @source https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md (read 2026-11-24)
 */
export type Expression =
  | Literal
  | Template
  | ListOf
  | ObjectOf
  | ForExpression
  | Name
  | Access
  | Call
  | Operation
  | Conditional
  | Unread;

interface Piece {
  readonly range: SourceRange;
}

export interface Literal extends Piece {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A quoted text or a heredoc with `${…}` in it. */
export interface Template extends Piece {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

export interface ListOf extends Piece {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface ObjectOf extends Piece {
  readonly kind: 'object';
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `[for k, v in over : value if condition]`; with `key`, the form in braces. */
export interface ForExpression extends Piece {
  readonly kind: 'for';
  readonly names: readonly string[];
  readonly over: Expression;
  readonly key: Expression | null;
  readonly value: Expression;
  readonly condition: Expression | null;
}

/** The beginning of a reference: `var`, `local`, `each`, a resource type. */
export interface Name extends Piece {
  readonly kind: 'name';
  readonly name: string;
}

/** `of.step`, `of[step]`; a step of null is a splat, `of[*]`. */
export interface Access extends Piece {
  readonly kind: 'access';
  readonly of: Expression;
  readonly step: Expression | null;
}

export interface Call extends Piece {
  readonly kind: 'call';
  readonly name: string;
  readonly items: readonly Expression[];
}

export interface Operation extends Piece {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Expression[];
}

export interface Conditional extends Piece {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

/** What is not evaluated here: a `%{…}` directive, or the place of a fault. */
export interface Unread extends Piece {
  readonly kind: 'unread';
}

export interface Attribute extends Piece {
  readonly name: string;
  readonly value: Expression;
}

/** `type "label" "label" { … }`. */
export interface Block extends Piece {
  readonly type: string;
  readonly labels: readonly string[];
  /** Type and labels. */
  readonly heading: SourceRange;
  readonly body: Body;
}

export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}
