import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { adoptingModule, withAdoptedSheets } from '../../build/plugins/monaco-css.ts';
import { carryStyles } from '../../src/editor/inline-styles.ts';

const module = createRequire(import.meta.url).resolve('monaco-editor/base/browser/domStylesheets');

describe("Monaco's styles", () => {
  it('make no element in the version that is installed', () => {
    const code = readFileSync(module, 'utf8');
    const changed = withAdoptedSheets(code);
    expect(code).toContain("createElement('style')");
    expect(changed).not.toContain("createElement('style')");
    expect(changed).toContain('createAdoptedSheet()');
  });

  it('refuse a Monaco that makes them in another way', () => {
    expect(() => withAdoptedSheets('export {}')).toThrow('another way');
  });

  it('take their files along', () => {
    const code = adoptingModule(
      '@font-face { src: url("./codicon.ttf?x") } a { b: url(data:image/png;base64,AA) }',
      '/m/a.css',
    );
    expect(code).toContain('import url1 from "/m/codicon.ttf?url";');
    expect(code).toContain('url(data:image/png;base64,AA)');
  });
});

describe('inline styles', () => {
  it.each([
    ['<div style="top:1px">style="x"</div>', '<div data-monaco-style="top:1px">style="x"</div>'],
    ['<a class="b" style="c"><i style="d">', '<a class="b" data-monaco-style="c"><i data-monaco-style="d">'],
    ['<span>no</span>', '<span>no</span>'],
  ])('of %s are carried', (html, carried) => {
    expect(carryStyles(html)).toBe(carried);
  });
});
