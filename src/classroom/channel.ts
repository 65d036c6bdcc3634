/** The part of `BroadcastChannel` that a class needs. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close'> & {
  onmessage: ((event: MessageEvent) => void) | null;
};

/** Opens a channel of this name between the tabs of a browser. */
export type OpenChannel = (name: string) => Channel;

export const openBrowserChannel: OpenChannel = (name) => new BroadcastChannel(name);
