import type { Catalog } from '../catalog.ts';

export const workflow = {} as const satisfies Catalog;
