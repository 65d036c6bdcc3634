import type { FreeKey } from '../free-workbench.ts';

/** The Japanese words of the policy workbench. A key that is missing here is shown in English. */
export const freeWorkbench: Partial<Readonly<Record<FreeKey, string>>> = {};
