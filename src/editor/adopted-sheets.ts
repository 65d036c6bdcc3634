/** Adds a style sheet to the page without an element, which a policy with `style-src 'self'` allows. */
export function adoptCss(css: string): void {
  createAdoptedSheet().textContent = css;
}

/** What code that expects an `HTMLStyleElement` does with one. */
export interface SheetLikeElement {
  textContent: string;
  readonly sheet: CSSStyleSheet;
  className: string;
  media: string;
  type: string;
  remove(): void;
}

/** An adopted style sheet in the shape of a `<style>` element. */
export function createAdoptedSheet(): SheetLikeElement {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let text = '';
  return {
    sheet,
    className: '',
    media: '',
    type: '',
    get textContent() {
      return text;
    },
    set textContent(css) {
      text = css;
      sheet.replaceSync(css);
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
