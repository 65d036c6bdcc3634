import type { Check } from '../core/rule.ts';
import { connectionChecks } from './connection-checks.ts';
import { lintingChecks } from './linting-checks.ts';
import { readingChecks } from './reading-checks.ts';

/** Every diagnostic that this domain may give, with an example of each. */
export const checks: readonly Check[] = [...readingChecks, ...lintingChecks, ...connectionChecks];
