import type { Check } from '../core/rule.ts';
import { lintingChecks } from './checks/linting.ts';
import { readingChecks } from './checks/reading.ts';
import { runningChecks } from './checks/running.ts';

/** Every code that the workflow grader raises, with an example that raises it and one that does not. */
export const checks: readonly Check[] = [...lintingChecks, ...readingChecks, ...runningChecks];
