import { find } from '../dom.ts';
import type { LinkKind, ReadFragment } from './link.ts';
import { linkLimit, offerLink, type SharePlace } from './offer-link.ts';

/** A workbench whose contents can be sent to others as a link. */
export interface SharingBench<T> extends Omit<SharePlace, 'words'> {
  readonly root: HTMLElement;
  readonly words: SharePlace['words'] & {
    (key: 'shared.shown' | 'shared.keep' | 'shared.kept' | 'shared.back'): string;
    (key: 'shared.too-long' | 'shared.damaged', params: { readonly limit: string }): string;
  };
  readonly links: LinkKind<T>;
  /** What lies on the workbench. */
  current(): T;
  lay(shared: T): void;
  /** Lays the own draft on the workbench again. */
  layDraft(): void;
  /** Puts the own draft, which what lies there replaces, among the earlier versions. */
  putAside(shared: T): void;
  /** What lies there is the own draft from now on, and is kept. */
  changed(): void;
  /** While something else than the own draft lies there, nothing is kept. */
  pause(paused: boolean): void;
}

/** The button that makes a link, and what is said of a link that was opened. */
export function bringSharing<T>(bench: SharingBench<T>, opened: ReadFragment<T>, signal: AbortSignal): void {
  const share = async (): Promise<void> => offerLink(bench, await bench.links.write(bench.current()));
  find(bench.root, '[data-share]').addEventListener('click', () => void share(), { signal });
  addEventListener('hashchange', async () => arrive(bench, await bench.links.read(location.hash)), { signal });
  arrive(bench, opened);
}

/** Lays out what a link holds; the own draft is kept as it is until somebody says otherwise. */
function arrive<T>(bench: SharingBench<T>, read: ReadFragment<T>): void {
  const { notices, words, say } = bench;
  if (read.kind === 'none') return;
  if (read.kind !== 'shared') {
    const told = words(`shared.${read.kind}`, { limit: linkLimit });
    notices.show('shared', [told], [], 'trouble');
    say(told);
    return;
  }
  bench.pause(true);
  bench.lay(read.shared);
  const leave = (): void => {
    bench.pause(false);
    notices.hide('shared');
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const back = (): void => {
    bench.layDraft();
    leave();
  };
  const keep = (): void => {
    bench.putAside(read.shared);
    leave();
    bench.changed();
    notices.show('kept', [words('shared.kept')]);
    say(words('shared.kept'));
  };
  const actions = [
    { label: words('shared.keep'), act: keep },
    { label: words('shared.back'), act: back },
  ];
  notices.show('shared', [words('shared.shown')], actions, 'gold');
  say(words('shared.shown'));
}
