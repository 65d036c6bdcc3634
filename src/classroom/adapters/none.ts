import type { ClassTransport } from '../transport.ts';

/** No class: nothing is sent, nothing arrives. */
export const noTransport: ClassTransport = {
  status: 'off',
  onStatus: () => () => undefined,
  open: () => Promise.resolve(),
  publish: () => undefined,
  subscribe: () => () => undefined,
  close: () => Promise.resolve(),
};
