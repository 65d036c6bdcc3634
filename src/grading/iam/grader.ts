import { runRules } from '../core/rule.ts';
import type { Grader } from '../core/types.ts';
import type { PolicyDocuments, PolicyType } from './document.ts';
import { parsePolicies } from './parse.ts';
import { lintRules } from './rules/index.ts';
import type { IamScenario } from './scenario.ts';
import { simulate } from './simulate.ts';

/** What a bare `lint` may be told: the kind of policy, where the file's name does not say it. */
interface PolicyOptions {
  readonly policyType?: PolicyType;
}

/** Grades IAM policies: `policy.json`, and `trust-policy.json`. Pure, synchronous and total. */
export const iamGrader: Grader<PolicyDocuments, IamScenario, PolicyOptions | undefined> = {
  parse: (files, options) => parsePolicies(files, options?.policyType),
  lint: ({ documents }) => documents.flatMap((document) => runRules(lintRules, document)),
  simulate,
};
