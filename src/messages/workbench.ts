import { fill } from './catalog.ts';
import type { workbench } from './en/workbench.ts';
import type { Locale } from './index.ts';

export type WorkbenchKey = keyof typeof workbench;

/** Says one thing of the workbench in one language, its `{names}` filled. */
export type WorkbenchWords = (key: WorkbenchKey, params?: Readonly<Record<string, string | number>>) => string;

/** Loads the words of the workbench; a text that a language does not have yet is the English one. */
export async function loadWorkbenchWords(locale: Locale): Promise<WorkbenchWords> {
  const { workbench: en } = await import('./en/workbench.ts');
  const own: Partial<Record<WorkbenchKey, string>> =
    locale === 'ja' ? (await import('./ja/workbench.ts')).workbench : {};
  return (key, params = {}) => fill(own[key] ?? en[key], params);
}
