import type { Check } from '../core/rule.ts';
import { callChecks } from './checks/calls.ts';
import { failingChecks } from './checks/failing.ts';
import { lintingChecks } from './checks/linting.ts';
import { readingChecks } from './checks/reading.ts';
import { runningChecks } from './checks/running.ts';
import { scriptChecks } from './checks/scripts.ts';

/** Every code that the workflow grader raises, with an example that raises it and one that does not. */
export const checks: readonly Check[] = [
  ...lintingChecks,
  ...readingChecks,
  ...callChecks,
  ...runningChecks,
  ...failingChecks,
  ...scriptChecks,
];
