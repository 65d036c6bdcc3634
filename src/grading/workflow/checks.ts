import type { Check } from '../core/rule.ts';
import { readingChecks } from './checks/reading.ts';
import { runningChecks } from './checks/running.ts';
import { rules } from './rules/index.ts';

/** Every code that the workflow grader raises, with an example that raises it and one that does not. */
export const checks: readonly Check[] = [...rules, ...readingChecks, ...runningChecks];
