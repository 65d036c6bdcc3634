import { make } from '../../workbench/dom.ts';

/** A long list of which only the rows in sight are on the page. It is one stop of the Tab key; arrows, Home and End choose. */
export interface WindowedList<T> {
  readonly element: HTMLElement;
  update(items: readonly T[], keyOf: (item: T) => string): void;
}

/** What a list is made of. */
export interface WindowedListSetting<T> {
  readonly label: string;
  /** Writes an item into a row, which may have held another one. */
  draw(item: T, row: HTMLElement): void;
  /** Somebody chose an item, or it is gone. */
  chosen(item: T | null): void;
}

/** The height of a row in pixels at the usual size of type; it is measured before it is used. */
const usualRowPx = 36;
/** Rows drawn above and below those in sight. */
const margin = 6;

export function windowedList<T>({ label, draw, chosen }: WindowedListSetting<T>): WindowedList<T> {
  const space = make('div', { class: 'windowed-space' });
  const element = make('div', { class: 'windowed', role: 'listbox', tabindex: 0, 'aria-label': label }, space);
  const rows: HTMLElement[] = [];
  let items: readonly T[] = [];
  let keyOf = (_: T): string => '';
  let chosenKey: string | null = null;

  const rowPx = (): number => rows[0]?.offsetHeight || usualRowPx;

  const show = (): void => {
    const height = rowPx();
    space.style.blockSize = `${items.length * height}px`;
    const first = Math.max(0, Math.floor(element.scrollTop / height) - margin);
    const last = Math.min(items.length, Math.ceil((element.scrollTop + element.clientHeight) / height) + margin);
    while (rows.length < last - first) {
      const row = make('div', { class: 'windowed-row', role: 'option' });
      rows.push(row);
      space.append(row);
    }
    rows.forEach((row, index) => {
      const item = items[first + index];
      row.hidden = item === undefined || first + index >= last;
      if (item !== undefined && !row.hidden) place(row, item, first + index, height);
    });
  };

  const place = (row: HTMLElement, item: T, index: number, height: number): void => {
    const isChosen = keyOf(item) === chosenKey;
    row.style.transform = `translateY(${index * height}px)`;
    row.id = `windowed-${index}`;
    row.setAttribute('aria-posinset', String(index + 1));
    row.setAttribute('aria-setsize', String(items.length));
    row.setAttribute('aria-selected', String(isChosen));
    if (isChosen) element.setAttribute('aria-activedescendant', row.id);
    draw(item, row);
  };

  const choose = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (item === undefined) return;
    chosenKey = keyOf(item);
    chosen(item);
    const [top, height] = [items.indexOf(item) * rowPx(), rowPx()];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + height - element.clientHeight;
    show();
  };

  element.addEventListener('scroll', show, { passive: true });
  element.addEventListener('keydown', (event) => {
    const now = items.findIndex((item) => keyOf(item) === chosenKey);
    const page = Math.max(1, Math.floor(element.clientHeight / rowPx()) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[event.key];
    if (step !== undefined) choose(now + step);
    else if (event.key === 'Home') choose(0);
    else if (event.key === 'End') choose(items.length - 1);
    else return;
    event.preventDefault();
  });
  space.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('.windowed-row') : null;
    if (row !== null) choose(Number(row.getAttribute('aria-posinset')) - 1);
  });

  return {
    element,
    update(next, key) {
      items = next;
      keyOf = key;
      if (chosenKey !== null && !items.some((item) => keyOf(item) === chosenKey)) {
        chosenKey = null;
        element.removeAttribute('aria-activedescendant');
        chosen(null);
      }
      show();
    },
  };
}
