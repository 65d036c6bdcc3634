import { piecesOf } from './inline.ts';

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>>;
export type Child = Node | string | null | false | readonly Child[];

/** Makes an element. `on…` attributes are listeners; `true` is an empty attribute, `false` and `null` none. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...nodesOf(children));
  return element;
}

function nodesOf(children: readonly Child[]): (Node | string)[] {
  return children.flatMap((child): (Node | string)[] => {
    if (child === null || child === false) return [];
    return Array.isArray(child) ? nodesOf(child as readonly Child[]) : [child as Node | string];
  });
}

/** A sentence with its `code` in backticks marked up. */
export function sentence(text: string): readonly Child[] {
  return piecesOf(text).map((piece) => (piece.code ? make('code', {}, piece.text) : piece.text));
}

/** The element that must be there, since the server wrote it. Throws where it did not. */
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (found === null) throw new Error(`The workbench expects ${selector} in the page.`);
  return found;
}
