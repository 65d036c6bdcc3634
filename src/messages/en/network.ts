import type { Catalog } from '../catalog.ts';

export const network = {} as const satisfies Catalog;
