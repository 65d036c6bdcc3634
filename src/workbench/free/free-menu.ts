import { find, make } from '../dom.ts';
import { preferences } from '../storage/preferences.ts';
import { canBeRich } from '../upgrade.ts';
import { fileOf, type PolicyType, type Side } from './free-desk.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** What is behind the dots: the other editor, the beginning, and what was taken off the workbench before. */
export function bringFreeMenu(bench: OpenFreeBench, signal: AbortSignal): void {
  const details = find<HTMLDetailsElement>(bench.root, '.bench-more');
  const close = (): void => {
    details.open = false;
  };
  details.addEventListener('toggle', () => {
    if (details.open) find(bench.root, '[data-menu]').replaceChildren(...itemsOf(bench, close));
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    close();
    details.querySelector('summary')?.focus();
  });
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.target instanceof Node && !details.contains(event.target)) close();
    },
    { signal },
  );
}

function itemsOf(bench: OpenFreeBench, close: () => void): readonly HTMLElement[] {
  const { words, free, page, table, keeping } = bench;
  const item = (label: string, act: () => void): HTMLElement => {
    const onclick = (): void => {
      close();
      act();
    };
    return make('button', { type: 'button', onclick }, label);
  };
  const { editor } = preferences.read();
  const switchEditor = (): void => {
    preferences.change((old) => ({ ...old, editor: editor === 'rich' ? 'plain' : 'rich' }));
    table.desk.refresh();
    table.desk.focus();
  };
  const aside = keeping.aside().map(({ type, savedAt, ...side }) => {
    const time = new Intl.DateTimeFormat(page.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
    const label = `${words('versions.open', { time })} · ${fileOf[type]}`;
    return item(label, () => exchange(bench, type, side, words('versions.opened', { time })));
  });
  const shown = table.shown();
  return [
    ...(canBeRich() ? [item(words(editor === 'rich' ? 'editor.plain' : 'editor.rich'), switchEditor)] : []),
    item(words('reset'), () => exchange(bench, shown, page.starter[shown], free('reset.done'))),
    make('p', {}, words(aside.length > 0 ? 'versions' : 'versions.none')),
    ...aside,
  ];
}

/** Lays another side on the workbench. The one before is put aside, and one click brings it back. */
function exchange(
  { table, keeping, notices, words, say }: OpenFreeBench,
  type: PolicyType,
  side: Side,
  told: string,
): void {
  const before = table.side(type);
  keeping.putAside(type, before);
  table.lay(type, side);
  const undo = (): void => {
    table.lay(type, before);
    notices.hide('exchange');
  };
  notices.show('exchange', [told], [{ label: words('undo'), act: undo }]);
  say(told);
}
