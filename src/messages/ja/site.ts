import type { SiteKey } from '../site.ts';

/** The Japanese words around the lessons. A key that is missing here is shown in English. */
export const site: Partial<Readonly<Record<SiteKey, string>>> = {
  'locale.own': '日本語',
  'locale.choose': 'このページを{language}で読む',
};
