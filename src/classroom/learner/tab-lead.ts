import { type OpenChannel, openBrowserChannel } from '../channel.ts';
import type { Unsubscribe } from '../transport.ts';

/** Lets one tab of a browser speak for a learner: the one that claimed it last. */
export interface TabLead {
  /** Takes the lead from any other tab; `onLost` is called when a newer one takes it. */
  claim(onLost: () => void): Unsubscribe;
}

/**
 * Without this, two tabs of one learner, who share an id, would throw each other off the broker for ever.
 * @param learner the id that the tabs share
 */
export function openTabLead(learner: string, openChannel: OpenChannel = openBrowserChannel): TabLead {
  return {
    claim(onLost) {
      const channel = openChannel(`class/lead/${learner}`);
      channel.onmessage = ({ data }: MessageEvent) => {
        if (data === 'mine') onLost();
      };
      channel.postMessage('mine');
      return () => channel.close();
    },
  };
}
