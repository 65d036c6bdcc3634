import type { Example } from '../../core/rule.ts';
import {
  type Examples,
  policyOf,
  policyWith,
  repositoryArn,
  statementWith,
  trustOf,
  trustStatement,
} from './policies.ts';

const role = 'arn:aws:iam::111122223333:role/app';
const session = 'arn:aws:sts::111122223333:assumed-role/app/deploy';

function allow(members: Readonly<Record<string, unknown>>): string {
  return policyOf({ Action: undefined, Resource: undefined, ...members });
}

/** How the six broad forms of a grant of one action look, each beside one that is just narrow enough. */
function broadForms(action: string, wildcard: string): Readonly<Record<string, Example>> {
  const narrow = allow({ Action: action, Resource: role });
  const but = allow({ NotAction: action, Resource: '*' });
  return {
    'with-star-in-action-and-resource': { fails: allow({ Action: wildcard, Resource: '*' }), passes: narrow },
    'with-star-in-resource-and-not-action': { fails: allow({ NotAction: 'ecr:*', Resource: '*' }), passes: but },
    'with-not-resource': { fails: allow({ Action: action, NotResource: role }), passes: narrow },
    'with-star-in-action-and-not-resource': {
      fails: allow({ Action: wildcard, NotResource: role }),
      passes: allow({ Action: wildcard, Resource: role }),
    },
    'with-not-action-and-not-resource': { fails: allow({ NotAction: 'ecr:*', NotResource: role }), passes: but },
  };
}

function named(family: string, forms: Readonly<Record<string, Example>>): Examples {
  return Object.fromEntries(Object.entries(forms).map(([tail, example]) => [`iam/${family}-${tail}`, example]));
}

function twice(second: string): string {
  return policyWith(statementWith({ Sid: 'One' }), second);
}

function trusting(members: Readonly<Record<string, unknown>>): string {
  return trustOf({ Action: 'sts:AssumeRole', Condition: undefined, ...members });
}

const anywhere = { Service: 'rolesanywhere.amazonaws.com' };

/** Examples of the checks of whole statements, of passed roles and of principals. */
export const statementExamples: Examples = {
  ...named('pass-role', broadForms('iam:PassRole', 'iam:Pass*')),
  ...named('create-slr', broadForms('iam:CreateServiceLinkedRole', 'iam:Create*')),
  'iam/pass-role-star': {
    fails: allow({ Action: 'iam:PassRole', Resource: '*' }),
    passes: allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/*' }),
  },
  'iam/create-slr-with-star-in-resource': {
    fails: allow({ Action: 'iam:CreateServiceLinkedRole', Resource: '*' }),
    passes: allow({
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
    }),
  },
  'iam/id-in-identity-policy': {
    fails: policyOf().replace('"Version"', '"Id": "push",\n  "Version"'),
    passes: policyOf({ Sid: 'push' }),
  },
  'iam/invalid-service': {
    fails: policyOf({ Resource: repositoryArn.replace(':ecr:', ':erc:') }),
    passes: policyOf(),
  },
  'iam/redundant-statement': {
    fails: twice(statementWith({ Sid: 'Two' })),
    passes: twice(statementWith({ Sid: 'Two', Action: 'ecr:BatchGetImage' })),
  },
  'iam/covered-statement': {
    fails: twice(statementWith({ Action: 'ecr:Put*', Resource: `${repositoryArn}*` })),
    passes: twice(statementWith({ Action: 'ecr:Put*', Resource: `${repositoryArn}-2` })),
  },
  'iam/shadowed-allow': {
    fails: twice(statementWith({ Effect: 'Deny', Action: 'ecr:Put*', Resource: '*' })),
    passes: twice(statementWith({ Effect: 'Deny', Action: 'ecr:Put*', Resource: `${repositoryArn}-2` })),
  },
  'iam/invalid-principal-format': {
    file: 'trust-policy.json',
    fails: trusting({ Principal: 'arn:aws:iam::111122223333:root' }),
    passes: trusting({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
  },
  'iam/invalid-role-reference': {
    file: 'trust-policy.json',
    fails: trusting({ Principal: { AWS: 'AROAEXAMPLEEXAMPLE000' } }),
    passes: trusting({ Principal: { AWS: role } }),
  },
  'iam/invalid-user-reference': {
    file: 'trust-policy.json',
    fails: trusting({ Principal: { AWS: 'AIDAEXAMPLEEXAMPLE000' } }),
    passes: trusting({ Principal: { AWS: 'arn:aws:iam::111122223333:user/AIDAEXAMPLEEXAMPLE000' } }),
  },
  'iam/redundant-principal-in-role-trust-policy': {
    file: 'trust-policy.json',
    fails: trusting({ Principal: { AWS: [role, session] } }),
    passes: trusting({ Principal: { AWS: [`${role}-2`, session] } }),
  },
  'iam/missing-action-for-roles-anywhere-trust-policy': {
    file: 'trust-policy.json',
    fails: trusting({ Principal: anywhere }),
    passes: trusting({
      Principal: anywhere,
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    }),
  },
  'iam/foranyvalue-with-audience-claim-type': {
    file: 'trust-policy.json',
    fails: policyWith(trustStatement().replace('StringEquals', 'ForAnyValue:StringEquals')),
    passes: policyWith(trustStatement()),
  },
};
