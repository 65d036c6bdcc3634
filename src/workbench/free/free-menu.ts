import { make } from '../dom.ts';
import { bringDotsMenu, type MenuItem, timeOf } from '../dots-menu.ts';
import { fileOf, type PolicyType, type Side } from './free-desk.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** What is behind the dots: the other editor, the beginning, and what was taken off the workbench before. */
export function bringFreeMenu(bench: OpenFreeBench, signal: AbortSignal): void {
  bringDotsMenu({ ...bench, desk: bench.table.desk }, (item) => itemsOf(bench, item), signal);
}

function itemsOf(bench: OpenFreeBench, item: MenuItem): readonly HTMLElement[] {
  const { words, free, page, table, keeping } = bench;
  const aside = keeping.aside().map(({ type, savedAt, ...side }) => {
    const time = timeOf(savedAt, page.locale);
    const label = `${words('versions.open', { time })} · ${fileOf[type]}`;
    return item(label, () => exchange(bench, type, side, words('versions.opened', { time })));
  });
  const shown = table.shown();
  return [
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
