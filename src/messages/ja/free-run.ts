import type { RunKey } from '../free-run.ts';

/** The Japanese words of the workflow workbench. A key that is missing here is shown in English. */
export const freeRun: Partial<Readonly<Record<RunKey, string>>> = {};
