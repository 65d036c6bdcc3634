import { find } from '../dom.ts';
import { policyTypes } from './free-desk.ts';
import { type ReadFragment, readFragment, writeFragment } from './link.ts';
import type { OpenFreeBench } from './open-free-bench.ts';
import { linkLimit, offerLink } from './share-notice.ts';

/** The button that makes a link, and what is said of a link that was opened. */
export function bringSharing(bench: OpenFreeBench, opened: ReadFragment, signal: AbortSignal): void {
  find(bench.root, '[data-share]').addEventListener('click', () => void share(bench), { signal });
  addEventListener('hashchange', async () => arrive(bench, await readFragment(location.hash)), { signal });
  arrive(bench, opened);
}

async function share({ table, notices, free, say }: OpenFreeBench): Promise<void> {
  const type = table.shown();
  offerLink({ notices, say, words: free }, await writeFragment({ type, ...table.side(type) }));
}

/** Lays out what a link holds beside the own draft, which is kept as it is until somebody says otherwise. */
function arrive({ table, keeping, notices, free, say }: OpenFreeBench, read: ReadFragment): void {
  if (read.kind === 'none') return;
  if (read.kind !== 'side') {
    const told = free(`shared.${read.kind}`, { limit: linkLimit });
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
