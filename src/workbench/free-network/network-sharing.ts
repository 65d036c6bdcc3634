import { find, make } from '../dom.ts';
import { maxFragmentLength } from '../free/packed.ts';
import type { Needs } from './needs.ts';
import { readNetworkFragment, writeNetworkFragment } from './network-link.ts';
import { endpointsFile } from './network-scenario.ts';
import type { OpenNetworkBench } from './open-network-bench.ts';

type Opened = Awaited<ReturnType<typeof readNetworkFragment>>;

const limit = maxFragmentLength.toLocaleString('en');

/** The button that makes a link, and what is said of a link that was opened. */
export function bringNetworkSharing(bench: OpenNetworkBench, opened: Opened, signal: AbortSignal): void {
  find(bench.root, '[data-share]').addEventListener('click', () => void share(bench), { signal });
  addEventListener('hashchange', async () => arrive(bench, await readNetworkFragment(location.hash)), { signal });
  arrive(bench, opened);
}

async function share({ desk, form, notices, own, say }: OpenNetworkBench): Promise<void> {
  const fragment = await writeNetworkFragment({ text: desk.texts()[endpointsFile] ?? '', needs: form.needs() });
  const close = { label: own('share.close'), act: () => notices.hide('share') };
  if (fragment.length > maxFragmentLength) {
    const told = own('share.too-long', { length: fragment.length.toLocaleString('en'), limit });
    notices.show('share', [told], [close], 'trouble');
    say(told);
    return;
  }
  const address = new URL(fragment, location.href).href;
  const field = make('input', {
    class: 'share-field',
    readonly: true,
    value: address,
    'aria-label': own('share.address'),
  });
  const copy = async (): Promise<void> => {
    field.select();
    await navigator.clipboard.writeText(address).then(
      () => say(own('share.copied')),
      () => undefined,
    );
  };
  notices.show(
    'share',
    [make('p', {}, own('share.title')), field],
    [{ label: own('share.copy'), act: () => void copy(), lead: true }, close],
  );
  field.focus();
  field.select();
}

/** Lays out what a link holds; the own draft is kept as it is until somebody says otherwise. */
function arrive(bench: OpenNetworkBench, read: Opened): void {
  const { keeping, notices, own, say } = bench;
  if (read.kind === 'none') return;
  if (read.kind !== 'network') {
    const told = own(`shared.${read.kind}`, { limit });
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
