import type { NetworkKey } from '../free-network.ts';

/** The Japanese words of the network workbench. A key that is missing here is shown in English. */
export const freeNetwork: Partial<Readonly<Record<NetworkKey, string>>> = {};
