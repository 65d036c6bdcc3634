/** One thing of a list on the page, kept from drawing to drawing so that the focus and what is open stay. */
export interface KeptItem<T> {
  readonly element: HTMLElement;
  update(item: T): void;
}

/** Draws a list into its parent: what stays is moved and changed, never made again. Returns how to draw the next list. */
export function keepList<T>(
  parent: HTMLElement,
  keyOf: (item: T) => string,
  makeItem: (item: T) => KeptItem<T>,
): (items: readonly T[]) => void {
  const kept = new Map<string, KeptItem<T>>();
  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, { element }] of kept) {
      if (keys.has(key)) continue;
      element.remove();
      kept.delete(key);
    }
    items.forEach((item, index) => {
      const key = keyOf(item);
      const each = kept.get(key) ?? makeItem(item);
      kept.set(key, each);
      each.update(item);
      const there = parent.children[index];
      // Moving an element that has the focus would take it away: the others are moved instead.
      if (there !== each.element && !(each.element.isConnected && each.element.contains(document.activeElement)))
        parent.insertBefore(each.element, there ?? null);
    });
  };
}

/** Changes a text only where it differs, so that a screen reader is not told the same again and nothing is laid out anew. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
