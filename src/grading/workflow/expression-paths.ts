import { Lexer, Parser } from '@actions/expressions';
import { ContextAccess, type Expr, IndexAccess, Literal } from '@actions/expressions/ast';
import vocabulary from './facts/vocabulary.yaml';

const { contexts } = vocabulary as { readonly contexts: string[] };

/** Functions that GitHub's reader knows by the place of the expression, and its parser has to be told of. */
const extraFunctions = ['success', 'failure', 'cancelled', 'always', 'hashFiles'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 255,
}));

/** Expressions read before; cleared when it is full. */
const parsed = new Map<string, Expr | null>();
const mostParsed = 2000;

/** The tree of an expression; null when it is empty or no expression at all. */
export function parseExpression(text: string): Expr | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  let tree: Expr | null = null;
  try {
    tree = new Parser(new Lexer(text).lex().tokens, contexts, extraFunctions).parse() ?? null;
  } catch {
    tree = null;
  }
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(text, tree);
  return tree;
}

/** The paths that an expression reads, as written: `steps`, `login`, `outputs`, `registry`. `*` stands for a computed name. */
export function pathsIn(text: string): readonly (readonly string[])[] {
  const tree = parseExpression(text);
  const paths: (readonly string[])[] = [];
  if (tree !== null) collectPaths(tree, paths);
  return paths;
}

function collectPaths(node: Expr, paths: (readonly string[])[]): void {
  if (node instanceof ContextAccess || node instanceof IndexAccess) paths.push(pathOf(node, paths));
  else for (const child of Object.values(node).flat()) if (isExpr(child)) collectPaths(child, paths);
}

function pathOf(node: Expr, paths: (readonly string[])[]): readonly string[] {
  if (node instanceof ContextAccess) return [node.name.lexeme];
  if (!(node instanceof IndexAccess)) {
    collectPaths(node, paths);
    return ['?'];
  }
  const base = pathOf(node.expr, paths);
  if (node.index instanceof Literal) return [...base, node.index.literal.coerceString()];
  if (isExpr(node.index)) collectPaths(node.index, paths);
  return [...base, '*'];
}

function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'accept' in value;
}
