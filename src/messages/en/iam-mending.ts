import type { Catalog } from '../catalog.ts';

/** Titles of the fixes that make a denied call pass. */
export const iamMending = {
  'iam/fix-add-action': { what: 'Add {actions} to statement {statement}' },
  'iam/fix-add-statement': { what: 'Add a statement that allows {actions}' },
} as const satisfies Catalog;
