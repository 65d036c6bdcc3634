import { find, make } from '../dom.ts';
import { policyTypes } from './free-desk.ts';
import { maxFragmentLength, type ReadFragment, readFragment, writeFragment } from './link.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** The button that makes a link, and what is said of a link that was opened. */
export function bringSharing(bench: OpenFreeBench, opened: ReadFragment, signal: AbortSignal): void {
  find(bench.root, '[data-share]').addEventListener('click', () => void share(bench), { signal });
  addEventListener('hashchange', async () => arrive(bench, await readFragment(location.hash)), { signal });
  arrive(bench, opened);
}

async function share({ table, notices, free, say }: OpenFreeBench): Promise<void> {
  const type = table.shown();
  const fragment = await writeFragment({ type, ...table.side(type) });
  const close = { label: free('share.close'), act: () => notices.hide('share') };
  if (fragment.length > maxFragmentLength) {
    const told = free('share.too-long', {
      length: fragment.length.toLocaleString('en'),
      limit: maxFragmentLength.toLocaleString('en'),
    });
    notices.show('share', [told], [close], 'trouble');
    say(told);
    return;
  }
  const address = new URL(fragment, location.href).href;
  const field = make('input', {
    class: 'share-field',
    readonly: true,
    value: address,
    'aria-label': free('share.address'),
  });
  const copy = async (): Promise<void> => {
    field.select();
    await navigator.clipboard.writeText(address).then(
      () => say(free('share.copied')),
      () => undefined,
    );
  };
  notices.show(
    'share',
    [make('p', {}, free('share.title')), field],
    [{ label: free('share.copy'), act: () => void copy(), lead: true }, close],
  );
  field.focus();
  field.select();
}

/** Lays out what a link holds beside the own draft, which is kept as it is until somebody says otherwise. */
function arrive({ table, keeping, notices, free, say }: OpenFreeBench, read: ReadFragment): void {
  if (read.kind === 'none') return;
  if (read.kind !== 'side') {
    const told = free(`shared.${read.kind}`, { limit: maxFragmentLength.toLocaleString('en') });
    notices.show('shared', [told], [], 'trouble');
    say(told);
    return;
  }
  const { type, ...side } = read.side;
  keeping.pause(true);
  table.lay(type, side);
  const leave = (): void => {
    keeping.pause(false);
    notices.hide('shared');
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const back = (): void => {
    for (const each of policyTypes.toSorted((one) => (one === type ? 1 : -1))) table.lay(each, keeping.side(each));
    leave();
  };
  const keep = (): void => {
    keeping.putAside(type, keeping.side(type));
    leave();
    keeping.changed();
    notices.show('kept', [free('shared.kept')]);
    say(free('shared.kept'));
  };
  notices.show(
    'shared',
    [free('shared.shown')],
    [
      { label: free('shared.keep'), act: keep },
      { label: free('shared.back'), act: back },
    ],
    'gold',
  );
  say(free('shared.shown'));
}
