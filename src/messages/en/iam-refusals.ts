import type { Catalog } from '../catalog.ts';

/**
 * The wording of what IAM refuses to save. What AWS says is how `CreatePolicy` answers: the guide has the rules, but not these sentences,
 * which are as people report them.
 * @source https://github.com/boto/boto3/issues/180 (read 2026-11-24): Syntax errors in policy.
 * @source https://github.com/99designs/iamy/issues/65 (read 2026-11-24): The policy failed legacy parsing
 * @source https://github.com/aws-cloudformation/cfn-lint/issues/708 (read 2026-11-24): Statement IDs (SID) must be …
 * @source https://github.com/garnaat/kappa/issues/111 (read 2026-11-24): Actions/Condition can contain only one colon.
 * @source https://github.com/cloud-gov/terraform-provision/pull/1838 (read 2026-11-24): IAM resource … cannot contain region information.
 */
export const iamRefusals = {
  'iam/duplicate-key': {
    what: '`{key}` stands twice in one object.',
    why: 'IAM’s grammar allows each element once; a JSON parser would drop the first without a word.',
    fix: 'Keep one of them, or give both values in one list.',
  },
  'iam/odd-character': {
    what: 'The character {code} stands in a string.',
    why: 'IAM takes tabs, line ends and the characters U+0020 to U+00FF only.',
    fix: 'Type this string anew.',
  },
  'iam/not-an-object': {
    what: '{statement?A statement|A statement|A policy} is an object in braces, and this is none.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Put the elements in braces.',
  },
  'iam/missing-statement': {
    what: 'The policy has no statement.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Add a `Statement` with at least one statement in it.',
  },
  'iam/unknown-element': {
    what: '`{element}` is no element of a policy here.',
    why: 'AWS says: Syntax errors in policy. The elements here are `{known}`, letter for letter.',
    fix: 'Take it out, or move it to where it belongs.',
  },
  'iam/wrong-type': {
    what: '`{element}` takes {wanted}.',
    why: 'AWS says: Syntax errors in policy.',
    fix: 'Write the value in that form.',
  },
  'iam/missing-effect': {
    what: 'The statement has no `Effect`.',
    why: 'AWS says: Syntax errors in policy. There is no default, not even Deny.',
    fix: 'Say whether it allows or denies.',
  },
  'iam/invalid-effect': {
    what: '`{effect}` is no effect.',
    why: 'AWS says: {said} It knows `Allow` and `Deny`, with these capitals.',
    fix: 'Write one of the two.',
  },
  'iam/invalid-version': {
    what: '`{version}` is no version of the policy language.',
    why: 'AWS says: Syntax errors in policy. `Version` names the language, 2012-10-17 or 2008-10-17, not the day of your change.',
    fix: 'Write the newer of the two.',
  },
  'iam/both-of-a-pair': {
    what: 'The statement has both `{element}` and `Not{element}`.',
    why: 'AWS says: Syntax errors in policy. A statement has one of the two.',
    fix: 'Keep one, or make two statements.',
  },
  'iam/missing-action': {
    what: 'The statement names no action.',
    why: 'AWS says: Policy statement must contain actions.',
    fix: 'Add an `Action`.',
  },
  'iam/missing-resource': {
    what: 'The statement names no resource.',
    why: 'AWS says: Policy statement must contain resources.',
    fix: 'Add a `Resource`: an ARN, or "*" where an action takes no other.',
  },
  'iam/prohibited-element': {
    what: 'The {trust?trust policy|trust policy|policy of an identity} has no `{element}`.',
    why: 'AWS says: {said} It follows from where the policy is attached.',
    fix: 'Take it out.',
  },
  'iam/missing-principal': {
    what: 'The statement names no principal.',
    why: 'A trust policy says who may assume the role, so AWS refuses one that does not.',
    fix: 'Add a `Principal`.',
  },
  'iam/unknown-operator': {
    what: '`{operator}` is no condition operator.',
    why: 'AWS says: Syntax errors in policy.',
    fix: '{nearest?|The nearest operator is #.|Look it up in IAM’s list of operators.}',
  },
  'iam/invalid-date': {
    what: '`{value}` is no date.',
    why: 'AWS says: The policy failed legacy parsing. A date is in ISO 8601, or in seconds since 1970.',
    fix: 'Write it like 2026-12-31T23:59:59Z.',
  },
  'iam/duplicate-sid': {
    what: 'Two statements have the `Sid` `{sid}`.',
    why: 'AWS says: Statement IDs (SID) in a single policy must be unique.',
    fix: 'Give each its own, or leave it out.',
  },
  'iam/invalid-sid': {
    what: 'The `Sid` `{sid}` has more than letters and digits in it.',
    why: 'AWS says: Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    fix: 'Write it with letters and digits only.',
  },
  'iam/action-without-prefix': {
    what: '`{action}` is not of the form `service:Action`.',
    why: 'AWS says: {said}',
    fix: 'Put the service’s prefix and one colon before the action’s name.',
  },
  'iam/refused-resource': {
    what: 'IAM does not save `{resource}` as a resource.',
    why: 'AWS says: {said}',
    fix: 'Write a whole ARN, or "*".',
  },
} as const satisfies Catalog;
