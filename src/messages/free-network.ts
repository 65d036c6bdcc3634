import { freeNetwork } from './en/free-network.ts';
import type { Locale } from './index.ts';
import { type Say, sayIn } from './phrasebook.ts';

export type NetworkKey = keyof typeof freeNetwork;
export type NetworkWords = Say<NetworkKey>;

/** Loads the words of the network workbench; a text that a language does not have yet is the English one. */
export async function loadNetworkWords(locale: Locale): Promise<NetworkWords> {
  return sayIn(locale === 'ja' ? (await import('./ja/free-network.ts')).freeNetwork : {}, freeNetwork);
}
