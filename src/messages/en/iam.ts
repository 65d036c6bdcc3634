import type { Catalog } from '../catalog.ts';
import { iamAdvice } from './iam-advice.ts';
import { iamConditions } from './iam-conditions.ts';
import { iamDecisions } from './iam-decisions.ts';
import { iamJson } from './iam-json.ts';
import { iamRefusals } from './iam-refusals.ts';
import { iamStatements } from './iam-statements.ts';

/** The wording of what the IAM grader says. */
export const iam = {
  ...iamConditions,
  ...iamStatements,
  ...iamAdvice,
  ...iamDecisions,
  ...iamJson,
  ...iamRefusals,
  // Titles of fixes
  'iam/fix-remove': { what: 'Take it out' },
  'iam/fix-replace': { what: 'Replace with {replacement}' },
  'iam/fix-insert': { what: 'Insert {replacement}' },
} as const satisfies Catalog;
