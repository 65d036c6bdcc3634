import type { Catalog } from '../catalog.ts';

/** Titles of the fixes that take a diagnostic away, and of those that make a denied call pass. */
export const iamFixes = {
  'iam/fix-remove': { what: 'Take it out' },
  'iam/fix-replace': { what: 'Replace with {replacement}' },
  'iam/fix-insert': { what: 'Insert {replacement}' },
  'iam/fix-add-action': { what: 'Add {actions} to statement {statement}' },
  'iam/fix-add-statement': { what: 'Add a statement that allows {actions}' },
} as const satisfies Catalog;
