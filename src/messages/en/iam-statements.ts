import type { Catalog } from '../catalog.ts';

const anyRole = 'Whoever may do that can give a service of their own the rights of roles that nobody meant.';
const anyService = 'Service-linked roles let a service act in the account, and this statement does not say which.';

/** The wording of what is said of statements as a whole, of roles that are passed, and of principals. */
export const iamStatements = {
  'iam/id-in-identity-policy': {
    what: '`Id` does not belong in the policy of an identity.',
    why: 'Some services want it in the policies of their resources; IAM saves it here, and nobody reads it.',
    fix: 'Take it out.',
  },
  'iam/invalid-service': {
    what: '`{service}` is no service that the catalogue knows.',
    why: 'The service of an ARN is compared letter by letter.',
    fix: 'The nearest known service: {nearest}.',
  },
  // Statements beside each other
  'iam/redundant-statement': {
    what: 'This statement says the same as statement {statement}.',
    why: 'Statements are ORed, so a second copy changes nothing, and may be forgotten when the first is changed.',
    fix: 'Take one of them out.',
  },
  'iam/covered-statement': {
    what: 'All that this statement says is in statement {statement} already.',
    why: 'Statements are ORed, so it changes nothing beside the wider one.',
    fix: 'Keep the narrower one if it is all you need, else take it out.',
  },
  'iam/shadowed-allow': {
    what: '`{action}` is allowed here, and `{denied}` in statement {statement} denies it on all of these resources.',
    why: 'An explicit deny wins over every allow, whatever their order.',
    fix: 'Narrow the Deny, or leave the action out.',
  },
  // Roles that are passed or created
  'iam/pass-role-star': {
    what: 'This statement lets its holder pass any role to any service.',
    why: 'Whoever may do that can give a service of their own the rights of every role in the account.',
    fix: 'Name the roles, or the service in `iam:PassedToService`.',
  },
  'iam/pass-role-with-star-in-action-and-resource': {
    what: 'The wildcard takes in `iam:PassRole`, on every role and to any service.',
    why: anyRole,
    fix: 'Name the actions, and the roles that may be passed.',
  },
  'iam/pass-role-with-star-in-resource-and-not-action': {
    what: '`NotAction` leaves `iam:PassRole` allowed, on every role and to any service.',
    why: anyRole,
    fix: 'Name the actions to allow, or `iam:PassRole` in `NotAction`.',
  },
  'iam/pass-role-with-not-resource': {
    what: '`NotResource` lets every role be passed but those that it names.',
    why: anyRole,
    fix: 'Name the roles that may be passed.',
  },
  'iam/pass-role-with-star-in-action-and-not-resource': {
    what: 'The wildcard takes in `iam:PassRole`, on every role but those in `NotResource`.',
    why: anyRole,
    fix: 'Name the actions, and the roles that may be passed.',
  },
  'iam/pass-role-with-not-action-and-not-resource': {
    what: '`NotAction` leaves `iam:PassRole` allowed, on every role but those in `NotResource`.',
    why: anyRole,
    fix: 'Name the actions to allow, or `iam:PassRole` in `NotAction`.',
  },
  'iam/create-slr-with-star-in-resource': {
    what: 'This statement lets its holder create the service-linked role of any service.',
    why: anyService,
    fix: 'Name the role, or the service in `iam:AWSServiceName`.',
  },
  'iam/create-slr-with-star-in-action-and-resource': {
    what: 'The wildcard takes in `iam:CreateServiceLinkedRole`, for any service.',
    why: anyService,
    fix: 'Name the actions, and the role or its service.',
  },
  'iam/create-slr-with-star-in-resource-and-not-action': {
    what: '`NotAction` leaves `iam:CreateServiceLinkedRole` allowed, for any service.',
    why: anyService,
    fix: 'Name the actions to allow, or `iam:CreateServiceLinkedRole` in `NotAction`.',
  },
  'iam/create-slr-with-not-resource': {
    what: '`NotResource` lets every service-linked role be created but those that it names.',
    why: anyService,
    fix: 'Name the roles that may be created.',
  },
  'iam/create-slr-with-star-in-action-and-not-resource': {
    what: 'The wildcard takes in `iam:CreateServiceLinkedRole`, for every role but those in `NotResource`.',
    why: anyService,
    fix: 'Name the actions, and the roles that may be created.',
  },
  'iam/create-slr-with-not-action-and-not-resource': {
    what: '`NotAction` leaves `iam:CreateServiceLinkedRole` allowed, for every role but those in `NotResource`.',
    why: anyService,
    fix: 'Name the actions to allow, or `iam:CreateServiceLinkedRole` in `NotAction`.',
  },
  // Principals
  'iam/invalid-principal-format': {
    what: '`{principal}` stands without the kind of principal that it is.',
    why: 'A principal is an object such as { "Federated": "…" }; only "*" stands alone.',
    fix: 'Put it in braces, after its kind.',
  },
  'iam/invalid-role-reference': {
    what: '`{id}` is the id of a role, not its ARN.',
    why: 'IAM leaves an id behind when the role is deleted, and a new role of the same name does not have it.',
    fix: 'Name the role by its ARN.',
  },
  'iam/invalid-user-reference': {
    what: '`{id}` is the id of a user, not an ARN.',
    why: 'IAM leaves an id behind when the user is deleted, and a new user of the same name does not have it.',
    fix: 'Name the user by the ARN.',
  },
  'iam/redundant-principal-in-role-trust-policy': {
    what: '`{session}` is a session of `{role}`, which stands here too.',
    why: 'Naming a role lets in all of its sessions.',
    fix: 'Keep the role, or the session if it alone is meant.',
  },
  'iam/missing-action-for-roles-anywhere-trust-policy': {
    what: 'IAM Roles Anywhere also needs {missing} to assume a role.',
    why: 'It assumes the role, sets the source identity and tags the session in one call.',
    fix: 'Add what is missing to the actions.',
  },
  'iam/foranyvalue-with-audience-claim-type': {
    what: '`{operator}` lets in a token that has further audiences beside the one in `{key}`.',
    why: 'Access Analyzer advises against it; the tokens of GitHub Actions have one audience.',
    fix: 'Leave the set operator out.',
  },
} as const satisfies Catalog;
