import { type Glob, hasWildcard, matchesGlob, matchesTokens, pushLiteral, pushPattern } from './glob.ts';
import { type Holds, holdsIf } from './holds.ts';

/** The values of a request's context by lower-case key. A key that is not there is absent. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** A piece of a text with policy variables: plain text, a character that stands for itself, or a variable. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: string | null };

/** A pattern that may have variables: then it becomes a glob only with a request's context. */
export interface Template {
  readonly pieces: readonly Piece[];
  /** The glob when there is no variable, else null. */
  readonly glob: Glob | null;
}

const escaped: ReadonlySet<string> = new Set(['*', '?', '$']);

/**
 * Takes a text apart at its `${…}`. Without `Version` 2012-10-17 there are no variables, and `${` is text.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html (read 2026-11-24)
 */
export function piecesOf(text: string, withVariables: boolean): readonly Piece[] {
  if (!withVariables || !text.includes('${')) return [{ kind: 'text', text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('${', from);
    const close = open === -1 ? -1 : text.indexOf('}', open);
    if (close === -1) {
      if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
      return pieces;
    }
    if (open > from) pieces.push({ kind: 'text', text: text.slice(from, open) });
    pieces.push(variableOf(text.slice(open + 2, close)));
    from = close + 1;
  }
}

function variableOf(inside: string): Piece {
  if (escaped.has(inside)) return { kind: 'literal', text: inside };
  const comma = inside.indexOf(',');
  const quoted = comma === -1 ? '' : inside.slice(comma + 1).trim();
  const isQuoted = quoted.length > 1 && quoted.startsWith("'") && quoted.endsWith("'");
  const name = isQuoted ? inside.slice(0, comma) : inside;
  return { kind: 'variable', name: name.toLowerCase(), fallback: isQuoted ? quoted.slice(1, -1) : null };
}

/** The first variable of a text as it is written, or null. Linear, which a regular expression would not be. */
export function firstVariable(text: string): string | null {
  const open = text.indexOf('${');
  const close = open === -1 ? -1 : text.indexOf('}', open);
  return close === -1 ? null : text.slice(open, close + 1);
}

/** True where a wildcard or a variable stands: the text may stand for any other. */
export function hasWildcardOrVariable(text: string): boolean {
  return /[*?$]/.test(text);
}

/** A text without its variables. */
export function withoutVariables(text: string): string {
  return piecesOf(text, true)
    .map((piece) => (piece.kind === 'text' ? piece.text : ''))
    .join('');
}

/** Compiles a pattern; `wildcards` says whether `*` and `?` mean more than themselves. */
export function compileTemplate(text: string, withVariables: boolean, wildcards = true): Template {
  const pieces = piecesOf(text, withVariables);
  if (pieces.some(({ kind }) => kind === 'variable')) return { pieces, glob: null };
  return { pieces, glob: globOf(pieces, new Map(), wildcards) as Glob };
}

/** True when the template has a variable in it. */
export function hasVariable({ glob }: Template): boolean {
  return glob === null;
}

/**
 * Whether a text fits. A variable without a value fits nothing; the value of one is literal, a `*` in it is a star. A variable with
 * several values is not modelled.
 */
export function matchesTemplate(template: Template, text: string, context: Context, wildcards = true): Holds {
  if (template.glob !== null) return holdsIf(matchesGlob(template.glob, text));
  const glob = globOf(template.pieces, context, wildcards);
  if (glob === 'unknown') return 'unknown';
  return holdsIf(glob !== null && matchesTokens(glob.tokens, text));
}

/** The text that a template stands for in a request: null when a variable has no value, `unknown` when one has several. */
export function globOf(pieces: readonly Piece[], context: Context, wildcards: boolean): Glob | null | 'unknown' {
  const tokens: number[] = [];
  let literal: string | null = '';
  for (const piece of pieces) {
    if (piece.kind === 'text' && wildcards && hasWildcard(piece.text)) {
      literal = null;
      pushPattern(tokens, piece.text);
    } else {
      const text = piece.kind === 'variable' ? valueOfVariable(piece, context) : piece.text;
      if (text === null || text === 'unknown') return text === null ? null : 'unknown';
      pushLiteral(tokens, typeof text === 'string' ? text : text.value);
      literal = literal === null ? null : literal + (typeof text === 'string' ? text : text.value);
    }
  }
  return { tokens, literal };
}

function valueOfVariable(
  { name, fallback }: Extract<Piece, { kind: 'variable' }>,
  context: Context,
): { readonly value: string } | null | 'unknown' {
  const values = context.get(name) ?? [];
  if (values.length > 1) return 'unknown';
  const value = values[0] ?? fallback;
  return value === null || value === undefined ? null : { value };
}
