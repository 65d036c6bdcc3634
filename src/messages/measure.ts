import { measure } from './en/measure.ts';
import type { Locale } from './index.ts';
import { phrasebook, type Say } from './phrasebook.ts';

export type MeasureWords = Say<keyof typeof measure>;

/** The words of the score and of the smaller policy, in a language. */
export const measureWords: (locale: Locale) => MeasureWords = phrasebook(measure, {});
