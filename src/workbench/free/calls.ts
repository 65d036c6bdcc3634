import type { Ask } from '../../exercises/asks.ts';
import { find, make } from '../dom.ts';
import { maxAsks } from './ask-list.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** The controls above the calls: ready-made lists, an empty call, and taking all out. */
export function bringCalls(bench: OpenFreeBench, signal: AbortSignal): void {
  const { root, page, free, table, list, notices, say } = bench;
  const select = find<HTMLSelectElement>(root, '[data-sets]');
  let filledFor = '';
  const paint = (): void => {
    const type = table.shown();
    if (filledFor === type) return;
    filledFor = type;
    const sets = page.sets.filter((set) => set.type === type);
    select.replaceChildren(...sets.map(({ id, title }) => make('option', { value: id }, title)));
    const isTrust = type === 'trust';
    find(root, '[data-calls-title]').textContent = free(isTrust ? 'tokens.title' : 'calls.title');
    find(root, '[data-beyond-title]').textContent = free(isTrust ? 'beyond.tokens.title' : 'beyond.title');
    find(root, '[data-add-call]').textContent = free(isTrust ? 'token.add' : 'call.add');
  };
  const on = (selector: string, act: () => void): void =>
    find(root, selector).addEventListener('click', act, { signal });
  const add = (asks: readonly Ask[]): number => {
    const added = list.add(asks, table.tools());
    if (list.asks().length >= maxAsks) say(free('calls.full', { count: maxAsks }));
    return added;
  };

  on('[data-add-set]', () => {
    const set = page.sets.find(({ id }) => id === select.value);
    if (set === undefined) return;
    const count = add(set.asks);
    say(count === 0 ? free('sets.there') : free('sets.added', { count }));
    notices.show('sets', [count === 0 ? free('sets.there') : free('sets.added', { count })]);
  });
  on('[data-add-call]', () => {
    const provider = list.asks().at(-1)?.on ?? '';
    add([{ action: '', on: table.shown() === 'trust' ? provider : '', keys: '', wanted: 'allowed', as: '' }]);
    list.focusLast();
  });
  on('[data-clear]', () => {
    const type = table.shown();
    const before = table.side(type);
    list.replace([], table.tools());
    const undo = (): void => {
      table.lay(type, { ...table.side(type), asks: before.asks });
      notices.hide('clear');
    };
    notices.show('clear', [free('calls.cleared')], [{ label: bench.words('undo'), act: undo }]);
    say(free('calls.cleared'));
  });
  root.addEventListener('bench:moved', paint, { signal });
  paint();
}
