import { freeRun } from './en/free-run.ts';
import type { Locale } from './index.ts';
import { type Say, sayIn } from './phrasebook.ts';

export type RunKey = keyof typeof freeRun;
export type RunWords = Say<RunKey>;

/** Loads the words of the workflow workbench; a text that a language does not have yet is the English one. */
export async function loadRunWords(locale: Locale): Promise<RunWords> {
  return sayIn(locale === 'ja' ? (await import('./ja/free-run.ts')).freeRun : {}, freeRun);
}
