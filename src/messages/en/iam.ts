import type { Catalog } from '../catalog.ts';

export const iam = {} as const satisfies Catalog;
