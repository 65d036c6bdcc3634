import type { WorkbenchKey } from '../workbench.ts';

/** The Japanese words of the workbench. A key that is missing here is shown in English. */
export const workbench: Partial<Readonly<Record<WorkbenchKey, string>>> = {};
