import type { Catalog } from '../catalog.ts';

export const chain = {} as const satisfies Catalog;
