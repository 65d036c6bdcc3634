import ts from 'typescript';

/** One import of a source file, whatever its form: `import`, `export … from`, `import()`, `import('…').Type`. */
export interface Import {
  /** What stands in the quotes, without a query such as `?raw`. */
  readonly specifier: string;
  readonly query: string;
  /** `type` is gone when the program runs; `dynamic` is loaded when it is asked for. */
  readonly kind: 'value' | 'type' | 'dynamic';
}

/** All imports of a TypeScript or Astro file. In an Astro file both the front matter and its scripts count. */
export function importsOf(path: string, text: string): readonly Import[] {
  const codes = path.endsWith('.astro') ? scriptsOfAstro(text) : [text];
  return codes.flatMap((code) => importsOfCode(path, code));
}

function scriptsOfAstro(text: string): readonly string[] {
  const [, frontMatter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  const scripts = Array.from(
    text.matchAll(/<script(?![^>]*application\/json)[^>]*>(.*?)<\/script>/gs),
    ([, code = '']) => code,
  );
  return [frontMatter, ...scripts];
}

function importsOfCode(path: string, code: string): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, kind: Import['kind']) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const [specifier = '', query = ''] = node.text.split('?');
    found.push({ specifier, query, kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node) ? 'type' : 'value');
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'dynamic');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

/** `import type …`, or an import whose every name is marked as a type. */
function isTypeImport({ importClause: clause }: ts.ImportDeclaration): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}
