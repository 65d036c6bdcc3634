import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const adoptedSheets = join(import.meta.dirname, '../../src/editor/adopted-sheets.ts');
const mark = '\0monaco-css:';
const isMonaco = (path: string | undefined): boolean => path?.includes('/monaco-editor/esm/') === true;

/**
 * Lets Monaco run under a content security policy without `unsafe-inline`: its style files and the style sheets that it makes
 * at run time become adopted style sheets (src/editor/adopted-sheets.ts) inside the chunk that holds Monaco. It also keeps its CSS out of
 * the `<head>` of pages whose script only might load Monaco.
 * @source https://developer.mozilla.org/docs/Web/API/Document/adoptedStyleSheets (read 2026-11-24)
 */
export function monacoStyles(): Plugin {
  return {
    name: 'workshop:monaco-styles',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!isMonaco(importer) || importer === undefined || !source.endsWith('.css')) return null;
      return `${mark}${join(dirname(importer), source)}.js`;
    },
    async load(id) {
      if (!id.startsWith(mark)) return null;
      const path = id.slice(mark.length, -'.js'.length);
      return { code: adoptingModule(await readFile(path, 'utf8'), path), map: null };
    },
    transform(code, id) {
      if (!isMonaco(id) || !id.endsWith('/base/browser/domStylesheets.js')) return null;
      return { code: withAdoptedSheets(code), map: null };
    },
  };
}

/** A module that adopts a style file; what it refers to by `url(…)` becomes an asset of the build. */
export function adoptingModule(css: string, path: string): string {
  const imports = [`import { adoptCss } from ${JSON.stringify(adoptedSheets)};`];
  const parts = css.split(/url\((?!["']?data:)["']?([^"')]+)["']?\)/);
  const text = parts.map((part, index) => {
    if (index % 2 === 0) return JSON.stringify(part);
    const name = `url${index}`;
    const target = join(dirname(path), part.replace(/[?#].*$/, ''));
    imports.push(`import ${name} from ${JSON.stringify(`${target}?url`)};`);
    return `'url("' + ${name} + '")'`;
  });
  return [...imports, `adoptCss(${text.join(' + ')});`].join('\n');
}

/** Monaco's module of style sheets, with the function that makes a `<style>` element replaced. Throws when Monaco has moved it. */
export function withAdoptedSheets(code: string): string {
  const start = code.indexOf('function createStyleSheet(');
  const end = code.indexOf('function cloneGlobalStyleSheet(');
  if (start < 0 || end < start)
    throw new Error('Monaco makes its style sheets in another way than build/plugins/monaco-css.ts knows.');
  const replacement = `function createStyleSheet(container, beforeAppend, disposableStore) {
    const style = createAdoptedSheet();
    beforeAppend?.(style);
    disposableStore?.add(toDisposable(() => style.remove()));
    return style;
}
`;
  const importLine = `import { createAdoptedSheet } from ${JSON.stringify(adoptedSheets)};\n`;
  return importLine + code.slice(0, start) + replacement + code.slice(end);
}
