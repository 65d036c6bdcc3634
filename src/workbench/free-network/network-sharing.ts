import { bringSharing } from '../sharing/bring-sharing.ts';
import type { ReadFragment } from '../sharing/link.ts';
import { networkLinks, type SharedNetwork } from './network-link.ts';
import { endpointsFile } from './network-scenario.ts';
import type { OpenNetworkBench } from './open-network-bench.ts';

/** Lets endpoints and needs be sent as a link, and lays out those of a link beside the own draft. */
export function bringNetworkSharing(
  bench: OpenNetworkBench,
  opened: ReadFragment<SharedNetwork>,
  signal: AbortSignal,
): void {
  const { desk, form, session, keeping, own } = bench;
  const lay = ({ text, needs }: SharedNetwork): void => {
    form.fill(needs);
    desk.replace({ [endpointsFile]: text });
    void session.check(desk.texts(), { asked: false });
  };
  const sharing = {
    ...bench,
    ...keeping,
    words: own,
    links: networkLinks,
    lay,
    current: () => ({ text: desk.texts()[endpointsFile] ?? '', needs: form.said() }),
    layDraft() {
      const { text, said } = keeping.read();
      lay({ text, needs: said });
    },
  };
  bringSharing(sharing, opened, signal);
}
