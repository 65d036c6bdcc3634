import type { Catalog } from '../catalog.ts';

const straySpace = {
  what: '`{written}` has a space at one end, so it matches nothing.',
  why: 'IAM takes nothing away from what is written, not even a space.',
} as const;

/** The wording of what a call came to, and of what a policy grants beyond its task. */
export const iamDecisions = {
  // What a call came to
  'iam/allowed': { what: 'Statement {statement} allows `{action}` on `{resource}`.' },
  'iam/allowed-principal': { what: 'Statement {statement} lets this principal assume the role by `{action}`.' },
  'iam/left-open': {
    what: 'Whether `{action}` is allowed hangs on statement {statement}, at something that AWS’s documentation leaves open.',
    why: 'Such a form is not modelled, so it counts neither as allowed nor as denied.',
    fix: 'Write the same without the unusual form.',
  },
  'iam/denied-no-statement': {
    what: 'No statement allows `{action}`.',
    why: 'What no statement allows is denied.',
  },
  'iam/denied-api-name': {
    what: '`{written}` is the name of an API call; the action that IAM checks for it is another.',
    why: 'The names of calls and of actions differ in places, and only actions stand in a policy.',
  },
  'iam/denied-misspelt': {
    what: '`{written}` is not quite `{action}`.',
    why: 'IAM saves an action that no service has, and it matches nothing.',
  },
  'iam/denied-stray-space-in-action': straySpace,
  'iam/denied-other-assume': {
    what: '`{written}` is for AWS principals; a token of an identity provider asks for `{action}`.',
    why: 'Each way of assuming a role is an action of its own.',
  },
  'iam/denied-principal': {
    what: 'Statement {statement} names another principal than `{principal}`.',
    why: 'A web identity is named by the ARN of its provider, in the account of the role.',
  },
  'iam/denied-only-star': {
    what: 'Statement {statement} allows `{action}` on an ARN, but this action takes no resource but `*`.',
    why: 'An action without a resource type is requested on `*`, and no ARN takes that in.',
  },
  'iam/denied-arn-part': {
    what: 'In statement {statement} the {part} of the ARN is {written?|`#`|empty}; the request is for {wanted?|`#`|an empty one}.',
    why: 'The six parts of an ARN are compared one by one, and all must fit.',
  },
  'iam/denied-capitals': {
    what: 'Statement {statement} says `{written}` where the request says `{wanted}`: only the capitals differ.',
    why: 'ARNs are compared with their capitals; only actions are not.',
  },
  'iam/denied-stray-space': straySpace,
  'iam/denied-bucket-or-object': {
    what: 'Statement {statement} names `{written}`, the request `{wanted}`: a bucket is not its objects.',
    why: 'The ARN of a bucket does not take in what is in it, and the other way round.',
  },
  'iam/denied-excluded': {
    what: 'Statement {statement} allows `{action}` on everything but what its `NotResource` names, and that takes in `{resource}`.',
    why: '`NotResource` applies to all that it does not name.',
  },
  'iam/denied-unresolved': {
    what: 'The variable in `{written}` has no value in this request, so statement {statement} does not apply.',
    why: 'A policy variable without a value matches nothing.',
  },
  'iam/denied-condition': {
    what: 'A condition of statement {statement} does not hold.',
    why: 'All conditions of a statement must hold.',
  },
  'iam/denied-null': {
    what: 'Statement {statement} asks with `Null` about `{key}`, and in this request it is {there?there|there|absent}.',
    why: '`Null` with `true` wants the key to be absent, with `false` to be there.',
  },
  'iam/denied-key-absent': {
    what: 'Statement {statement} compares `{key}` by `{operator}`, and the request does not carry it.',
    why: 'A key that is absent makes every operator false but those with `Not`.',
  },
  'iam/denied-value': {
    what: 'In this request `{key}` is `{given}`; statement {statement} wants `{wanted}`.',
    why: 'The values of a condition are compared by its operator, here `{operator}`.',
  },
  'iam/denied-value-capitals': {
    what: 'In this request `{key}` is `{given}`; statement {statement} wants `{wanted}`, and only the capitals differ.',
    why: '`{operator}` compares with capitals.',
  },
  'iam/denied-negated-value': {
    what: 'In this request `{key}` is `{given}`, which `{operator}` in statement {statement} rules out.',
    why: 'Under a negated operator no value of the list may fit; here `{wanted}` does.',
  },
  'iam/denied-literal-wildcard': {
    what: '`{wanted}` has a wildcard under `{operator}`, where it is an ordinary character.',
    why: 'In this request `{key}` is `{given}`, and statement {statement} wants the star itself. Wildcards count under `StringLike`.',
  },
  'iam/denied-old-version': {
    what: '`{wanted}` is no variable here, but plain text.',
    why: 'Policy variables need the newer `Version`; so `{given}` in `{key}` does not fit `{operator}` in statement {statement}.',
  },
  'iam/denied-explicitly': {
    what: 'Statement {statement} denies `{action}` on `{resource}`.',
    why: 'An explicit deny is final.',
  },
  'iam/denied-over-allow': {
    what: 'Statement {statement} denies `{action}` on `{resource}`, and another statement’s allow loses against it.',
    why: 'An explicit deny wins over every allow.',
  },
  'iam/denied-by-not-resource': {
    what: 'Statement {statement} denies `{action}` on all that its `NotResource` does not name, and so on `{resource}`.',
    why: 'An explicit deny is final; `NotResource` applies to all that it does not name.',
  },
  'iam/denied-by-not-action': {
    what: 'Statement {statement} denies all that its `NotAction` does not name, and so `{action}`.',
    why: 'An explicit deny is final; `NotAction` applies to all that it does not name.',
  },
  'iam/denied-by-negated-operator': {
    what: 'Statement {statement} denies `{action}`: `{operator}` on `{key}` holds for this request.',
    why: 'A negated operator holds when the value differs, and also when the key is absent.',
  },
  // What a policy grants beyond its task
  'iam/grants-other-action': {
    what: '`{entry}` also grants {examples}{more?, and one more action|, and # more actions|}, which no call needs.{changing? One of them changes something.| # of them change something.|}',
    why: 'Whoever gets hold of this role may call them too.',
    fix: 'Grant what the run calls, and nothing else.',
  },
  'iam/grants-other-resource': {
    what: '`{entry}` also reaches other resources{example?|, such as `#`|}, and grants {count?one of the needed actions|# of the needed actions} there.',
    why: 'Whoever gets hold of this role may use it there too.',
    fix: 'Name the one resource that the run uses.',
  },
  'iam/grants-other-read': {
    what: '`{entry}` also grants what only reads: {examples}{more?, and one more action|, and # more actions|}.',
    why: 'They change nothing and stay on this repository, so this is a remark and no fault.',
    fix: 'Leave them out if nobody needs them.',
  },
  'iam/grants-other-region': {
    what: '`{entry}` grants the same calls in further Regions.',
    why: 'A repository of the same name there would be reached too; today there is none, so this is a remark and no fault.',
    fix: 'Name the Region.',
  },
  'iam/excess-unmeasured': {
    what: 'The policy is too long to be saved, so what it grants beyond the run is not counted.',
    why: 'A role’s inline policies have at most 10,240 characters together, white space not counted.',
    fix: 'Shorten it.',
  },
  'iam/trusts-other-token': {
    what: 'Because of `{value}` tokens with another `{claim}` may assume the role{example?|, such as `#`|}.',
    why: 'The role is for the runs of one repository on one branch.',
    fix: 'Name exactly what the workflow’s token says.',
  },
  'iam/trusts-any-token': {
    what: 'No condition speaks of `{claim}`, so a token with `{example}` there may assume the role too.',
    why: 'What no condition speaks of may be anything.',
    fix: 'Compare `{claim}` as well.',
  },
  'iam/trusts-other-principal': {
    what: '`{value}` may assume the role too.',
    why: 'The role is for the tokens of one identity provider.',
    fix: 'Name that provider only.',
  },
} as const satisfies Catalog;
