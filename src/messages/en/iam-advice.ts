import type { Catalog } from '../catalog.ts';

const takenIn = {
  what: '`{covering}` already takes in {covered}.',
  why: 'What one entry of a list takes in need not stand in it again.',
  fix: 'Keep the narrower entries if they are all you need, else take them out.',
} as const;

/** The wording of what is said of actions, resources and trust in a policy that IAM saves. */
export const iamAdvice = {
  'iam/unknown-action': {
    what: '`{action}` is no action of `{service}` that the catalogue knows.',
    why: 'IAM saves an action that no service has, and it matches nothing.',
    fix: '{nearest?|The nearest known action: #.|Look its name up in the service’s list of actions.}',
  },
  'iam/unknown-service': {
    what: '`{service}` in `{action}` is no service prefix that the catalogue knows.',
    why: 'IAM saves a prefix that no service has, and it matches nothing.',
    fix: '{nearest?|The nearest known prefix: #.|Look the prefix up in the service’s list of actions.}',
  },
  'iam/stray-space': {
    what: '`{written}` has a space at one end.',
    why: 'IAM saves it as it is, and it matches nothing.',
    fix: 'Take the space out.',
  },
  'iam/redundant-action': takenIn,
  'iam/redundant-resource': takenIn,
  'iam/short-arn': {
    what: '`{arn}` has {count} parts; an ARN has six.',
    why: 'An ARN is arn:partition:service:region:account:resource, with empty parts where a service has none.',
    fix: 'Write all six, with their colons.',
  },
  'iam/placeholder': {
    what: '`{written}` is a placeholder from documentation.',
    why: 'IAM takes it for a name, and it matches nothing.',
    fix: 'Put your own value in its place.',
  },
  'iam/invalid-account': {
    what: '`{account}` is no account number.',
    why: 'An account has twelve digits, without signs between them.',
    fix: 'Write the twelve digits.',
  },
  'iam/unknown-region': {
    what: '`{region}` is no Region that the catalogue knows.',
    why: 'The Region of an ARN is compared letter by letter.',
    fix: '{nearest?|The nearest known Region: #.|Look its code up in AWS’s list of Regions.}',
  },
  'iam/missing-arn-part': {
    what: 'The {part} of `{arn}` is empty.',
    why: 'Every resource of this kind has one, and an empty part matches an empty part only.',
    fix: 'Fill it in.',
  },
  'iam/superfluous-arn-part': {
    what: '`{arn}` names a {part}, and resources of this kind have none.',
    why: 'That part of their ARNs is empty, so this one matches nothing.',
    fix: 'Leave the part empty, with its colons.',
  },
  'iam/unknown-resource-type': {
    what: '`{resource}` is no resource of `{service}` that the catalogue knows.',
    why: 'The last part of an ARN begins with the kind of resource; here that is one of: {known}.',
    fix: 'Put the kind before the name.',
  },
  'iam/upper-case-service': {
    what: '`{written}` has capitals.',
    why: 'Partition, service and Region of an ARN are in small letters.',
    fix: 'Write it in small letters.',
  },
  'iam/action-takes-only-star': {
    what: '`{action}` takes no resource but `*`, and this statement names ARNs only.',
    why: 'An action without a resource type is requested on `*`, and no ARN takes that in; so the statement never grants it.',
    fix: 'Give it a statement of its own.',
  },
  'iam/action-resource-misfit': {
    what: '`{action}` is about {types}, and none of the resources here is one.',
    why: 'Each action is requested on resources of its own kinds, here `{form}`, so this statement never grants it.',
    fix: 'Name a resource of that kind.',
  },
  'iam/wildcard-without-like': {
    what: '`{value}` has a wildcard under `{operator}`, where it is an ordinary character.',
    why: 'Only the operators with `Like` read `*` and `?` as wildcards.',
    fix: 'Use the operator with `Like`, or write the whole value.',
  },
  'iam/operator-case': {
    what: '`{operator}` has other capitals than IAM’s operator.',
    why: 'What AWS makes of it is not documented, so it is not modelled.',
    fix: 'Write it as in IAM’s list of operators.',
  },
  'iam/condition-key-format': {
    what: '`{key}` has no prefix.',
    why: 'A condition key is of the form prefix:name, such as those that begin with `aws:`.',
    fix: 'Put the prefix before it.',
  },
  'iam/unknown-condition-key': {
    what: '`{key}` is no condition key that the catalogue knows.',
    why: 'A key that no request carries makes positive operators false and negated ones true.',
    fix: '{nearest?|The nearest known key: #.|Look its name up in the list of global keys, or in that of the service.}',
  },
  'iam/duplicate-condition-key': {
    what: '`{key}` stands twice under one operator, with other capitals.',
    why: 'Condition keys are compared without regard to capitals.',
    fix: 'Put all values in one list.',
  },
  'iam/type-mismatch': {
    what: '`{operator}` cannot read `{value}`.',
    why: 'A value of another type fits nothing.',
    fix: 'Write the value in the operator’s own form.',
  },
  'iam/for-all-values-in-allow': {
    what: '`ForAllValues` on `{key}` also holds when the request has no such key.',
    why: 'All values of an empty set fit, so this Allow grants to whoever leaves the key out.',
    fix: 'Leave the set operator out for a key with one value, or add `Null` with `false` on the same key.',
  },
  'iam/empty-condition': {
    what: 'A condition is empty here.',
    why: 'Without keys it changes nothing; without values a plain operator never holds, and a negated one always does.',
    fix: 'Fill it in or take it out.',
  },
  'iam/empty-sid': {
    what: 'The `Sid` is empty.',
    why: 'It names nothing.',
    fix: 'Name what the statement is for, or leave it out.',
  },
  'iam/missing-version': {
    what: 'The policy has no `Version`.',
    why: 'IAM then reads it as 2008-10-17, without variables, and refuses it as a managed policy.',
    fix: 'Add the newer version.',
  },
  'iam/old-version': {
    what: 'The policy is in the older version of the language.',
    why: 'It has no variables, and AWS says of a managed policy: Policy document must be version 2012-10-17 or greater.',
    fix: 'Change to the newer version.',
  },
  'iam/variable-in-old-version': {
    what: '`{variable}` is plain text here.',
    why: 'Variables need `Version` 2012-10-17.',
    fix: 'Change the version.',
  },
  'iam/every-action': {
    what: '`{entry}` takes in every action of a service, or of all services.',
    why: 'AWS advises to grant the permissions that a task needs, and new actions would be granted unseen.',
    fix: 'Name the actions.',
  },
  'iam/every-resource': {
    what: '`{action}` changes things, and `*` lets it do so everywhere.',
    why: 'AWS advises to grant the permissions that a task needs, on the resources that it needs.',
    fix: 'Name the resource.',
  },
  'iam/too-long': {
    what: 'The policy has {size} characters without white space; at most {limit} are taken.',
    why: 'A managed policy has at most 6,144, the inline policies of a role 10,240 together, a trust policy 2,048.',
    fix: 'Shorten it, or divide it.',
  },
  'iam/missing-subject': {
    what: 'The statement says nothing of the token’s `sub`.',
    why: 'GitHub signs tokens for every repository there is; `sub` is the claim that AWS expects a trust to be limited by.',
    fix: 'Compare `sub` too.',
  },
  'iam/missing-audience': {
    what: 'The statement says nothing of the token’s `aud`.',
    why: 'A token that was made for somebody else is then as good as one for AWS.',
    fix: 'Compare `aud` too.',
  },
  'iam/unexpected-audience': {
    what: '`{audience}` is not the audience that `aws-actions/configure-aws-credentials` asks for.',
    why: 'Unless its `audience` input says otherwise, the action asks for `sts.amazonaws.com`.',
    fix: 'Use that audience on both sides.',
  },
  'iam/wide-subject': {
    what: '`{subject}` lets in every token whose subject fits the pattern.',
    why: 'Branches, tags, pull requests and environments each have a subject, and a star takes in the slash and the colon too.',
    fix: 'Write the whole subject.',
  },
  'iam/subject-form': {
    what: '`{subject}` is not a subject that GitHub sends unless an owner changed its form.',
    why: 'Subjects begin with repo:OWNER/NAME: and go on with the ref, `pull_request` or the environment.',
    fix: 'Compare it with the subject that the run prints.',
  },
  'iam/mismatched-assume-action': {
    what: '`{action}` is not how this principal assumes a role.',
    why: 'AWS principals and services assume a role by `sts:AssumeRole`, identity providers by actions of their own.',
    fix: 'Name the action that belongs to the principal.',
  },
  'iam/wildcard-principal': {
    what: '`{principal}` stands for more than one principal.',
    why: 'Access Analyzer calls a wildcard in the principal of a trust policy an error.',
    fix: 'Name the principal.',
  },
  'iam/principal-kind': {
    what: '`{kind}` is no kind of principal.',
    why: 'The kinds are AWS, Service, Federated and CanonicalUser.',
    fix: '{nearest?|The nearest kind: #.|Name one of these.}',
  },
  'iam/federated-principal': {
    what: '`{principal}` is no identity provider’s name.',
    why: 'A provider is named by its ARN, arn:aws:iam::account:oidc-provider/host, without https.',
    fix: 'Take the ARN from the list of identity providers in IAM.',
  },
} as const satisfies Catalog;
