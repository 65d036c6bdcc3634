import { site as en } from './en/site.ts';
import { site as ja } from './ja/site.ts';
import { phrasebook } from './phrasebook.ts';

export type SiteKey = keyof typeof en;

/** The words around the lessons. */
export const siteText = phrasebook<SiteKey>(en, { ja });
