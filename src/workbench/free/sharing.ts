import { bringSharing } from '../sharing/bring-sharing.ts';
import type { ReadFragment } from '../sharing/link.ts';
import { policyTypes } from './free-desk.ts';
import { policyLinks, type SharedSide } from './link.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** Lets a policy and its calls be sent as a link, and lays out those of a link beside the own draft. */
export function bringPolicySharing(bench: OpenFreeBench, opened: ReadFragment<SharedSide>, signal: AbortSignal): void {
  const { table, keeping, free } = bench;
  const sharing = {
    ...bench,
    ...keeping,
    words: free,
    links: policyLinks,
    current(): SharedSide {
      const type = table.shown();
      const { text, asks, session, keys } = table.side(type);
      return { type, text, asks, session, keys };
    },
    lay: ({ type, ...side }: SharedSide) => table.lay(type, side),
    layDraft() {
      const shown = table.shown();
      for (const type of policyTypes.toSorted((one) => (one === shown ? 1 : -1))) table.lay(type, keeping.side(type));
    },
    putAside: ({ type }: SharedSide) => keeping.putAside(type, keeping.side(type)),
  };
  bringSharing(sharing, opened, signal);
}
