import type { WorkbenchWords } from '../messages/workbench.ts';
import type { Desk } from './desk.ts';
import { find, make } from './dom.ts';
import { preferences } from './storage/preferences.ts';
import { canBeRich } from './upgrade.ts';

/** Makes an entry of the menu, which closes it and acts. */
export type MenuItem = (label: string, act: () => void) => HTMLElement;

/** A bench whose foot has a menu behind three dots. */
export interface DottedBench {
  readonly root: HTMLElement;
  readonly words: WorkbenchWords;
  readonly desk: Pick<Desk, 'focus' | 'refresh'>;
}

/** Opens and closes the menu; `itemsOf` is asked each time what stands there after the switch to the other editor. */
export function bringDotsMenu(
  bench: DottedBench,
  itemsOf: (item: MenuItem) => readonly HTMLElement[],
  signal: AbortSignal,
): void {
  const details = find<HTMLDetailsElement>(bench.root, '.bench-more');
  const close = (): void => {
    details.open = false;
  };
  const item: MenuItem = (label, act) => {
    const onclick = (): void => {
      close();
      act();
    };
    return make('button', { type: 'button', onclick }, label);
  };
  details.addEventListener(
    'toggle',
    () => {
      if (details.open) find(bench.root, '[data-menu]').replaceChildren(...editorSwitch(bench, item), ...itemsOf(item));
    },
    { signal },
  );
  details.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !details.open) return;
      close();
      details.querySelector('summary')?.focus();
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && !details.contains(event.target)) close();
    },
    { signal },
  );
}

function editorSwitch({ words, desk }: DottedBench, item: MenuItem): readonly HTMLElement[] {
  if (!canBeRich()) return [];
  const { editor } = preferences.read();
  const switchEditor = (): void => {
    preferences.change((old) => ({ ...old, editor: editor === 'rich' ? 'plain' : 'rich' }));
    desk.refresh();
    desk.focus();
  };
  return [item(words(editor === 'rich' ? 'editor.plain' : 'editor.rich'), switchEditor)];
}

/** When a version was put aside, as the page's language writes it. */
export function timeOf(savedAt: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
}
