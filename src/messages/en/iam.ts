import type { Catalog } from '../catalog.ts';
import { iamAdvice } from './iam-advice.ts';
import { iamConditions } from './iam-conditions.ts';
import { iamDecisions } from './iam-decisions.ts';
import { iamFixes } from './iam-fixes.ts';
import { iamJson } from './iam-json.ts';
import { iamLanguage } from './iam-language.ts';
import { iamRefusals } from './iam-refusals.ts';
import { iamStatements } from './iam-statements.ts';

/** The wording of what the IAM grader and its editor say. */
export const iam = {
  ...iamConditions,
  ...iamStatements,
  ...iamAdvice,
  ...iamDecisions,
  ...iamJson,
  ...iamRefusals,
  ...iamFixes,
  ...iamLanguage,
} as const satisfies Catalog;
