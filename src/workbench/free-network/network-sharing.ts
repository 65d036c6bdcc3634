import { find } from '../dom.ts';
import { linkLimit, offerLink } from '../free/share-notice.ts';
import type { Needs } from './needs.ts';
import { readNetworkFragment, writeNetworkFragment } from './network-link.ts';
import { endpointsFile } from './network-scenario.ts';
import type { OpenNetworkBench } from './open-network-bench.ts';

type Opened = Awaited<ReturnType<typeof readNetworkFragment>>;

/** The button that makes a link, and what is said of a link that was opened. */
export function bringNetworkSharing(bench: OpenNetworkBench, opened: Opened, signal: AbortSignal): void {
  find(bench.root, '[data-share]').addEventListener('click', () => void share(bench), { signal });
  addEventListener('hashchange', async () => arrive(bench, await readNetworkFragment(location.hash)), { signal });
  arrive(bench, opened);
}

async function share({ desk, form, notices, own, say }: OpenNetworkBench): Promise<void> {
  const fragment = await writeNetworkFragment({ text: desk.texts()[endpointsFile] ?? '', needs: form.needs() });
  offerLink({ notices, say, words: own }, fragment);
}

/** Lays out what a link holds; the own draft is kept as it is until somebody says otherwise. */
function arrive(bench: OpenNetworkBench, read: Opened): void {
  const { keeping, notices, own, say } = bench;
  if (read.kind === 'none') return;
  if (read.kind !== 'network') {
    const told = own(`shared.${read.kind}`, { limit: linkLimit });
    notices.show('shared', [told], [], 'trouble');
    say(told);
    return;
  }
  keeping.pause(true);
  lay(bench, read.network.text, read.network.needs);
  const leave = (): void => {
    keeping.pause(false);
    notices.hide('shared');
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const back = (): void => {
    const { text, needs } = keeping.read();
    lay(bench, text, needs);
    leave();
  };
  const keep = (): void => {
    keeping.putAside(keeping.read().text);
    leave();
    keeping.changed();
    notices.show('kept', [own('shared.kept')]);
    say(own('shared.kept'));
  };
  notices.show(
    'shared',
    [own('shared.shown')],
    [
      { label: own('shared.keep'), act: keep },
      { label: own('shared.back'), act: back },
    ],
    'gold',
  );
  say(own('shared.shown'));
}

function lay({ desk, form, session }: OpenNetworkBench, text: string, needs: Needs): void {
  form.fill(needs);
  desk.replace({ [endpointsFile]: text });
  void session.check(desk.texts(), { asked: false });
}
