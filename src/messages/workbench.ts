import type { workbench } from './en/workbench.ts';
import type { Locale } from './index.ts';
import { type Say, sayIn } from './phrasebook.ts';

export type WorkbenchKey = keyof typeof workbench;
export type WorkbenchWords = Say<WorkbenchKey>;

/** Loads the words of the workbench; a text that a language does not have yet is the English one. */
export async function loadWorkbenchWords(locale: Locale): Promise<WorkbenchWords> {
  const { workbench: english } = await import('./en/workbench.ts');
  return sayIn(locale === 'ja' ? (await import('./ja/workbench.ts')).workbench : {}, english);
}
