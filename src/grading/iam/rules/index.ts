import type { PolicyRule } from './policy-rule.ts';

/** What is said of a policy that IAM would save: faults, dangers and superfluous parts. */
export const lintRules: readonly PolicyRule[] = [];
