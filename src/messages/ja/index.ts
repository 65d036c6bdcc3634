import type { Code, Wording } from '../index.ts';

/** The Japanese catalog. A code that is missing here is shown in English. */
export const ja: Partial<Readonly<Record<Code, Wording>>> = {};
