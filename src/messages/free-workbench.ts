import type { freeWorkbench } from './en/free-workbench.ts';
import type { Locale } from './index.ts';
import { type Say, sayIn } from './phrasebook.ts';

export type FreeKey = keyof typeof freeWorkbench;
export type FreeWords = Say<FreeKey>;

/** Loads the words of the policy workbench; a text that a language does not have yet is the English one. */
export async function loadFreeWords(locale: Locale): Promise<FreeWords> {
  const { freeWorkbench: english } = await import('./en/free-workbench.ts');
  return sayIn(locale === 'ja' ? (await import('./ja/free-workbench.ts')).freeWorkbench : {}, english);
}
