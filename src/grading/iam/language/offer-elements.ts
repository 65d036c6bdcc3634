import { type Code, message } from '../../../messages/index.ts';
import { type Offer, plain } from '../../core/offer.ts';
import { policyElements, principalKinds, prohibitedIn, statementElements } from '../elements.ts';
import type { PolicyPlace } from './place.ts';

/** What each element is for. */
export const aboutElements = {
  Version: 'iam/about-version',
  Id: 'iam/about-id',
  Statement: 'iam/about-statement',
  Sid: 'iam/about-sid',
  Effect: 'iam/about-effect',
  Principal: 'iam/about-principal',
  NotPrincipal: 'iam/about-not-principal',
  Action: 'iam/about-actions',
  NotAction: 'iam/about-not-action',
  Resource: 'iam/about-resources',
  NotResource: 'iam/about-not-resource',
  Condition: 'iam/about-condition',
} as const satisfies Readonly<Record<string, Code>>;

/** What each kind of principal names. */
export const aboutKinds = {
  AWS: 'iam/about-aws-principal',
  CanonicalUser: 'iam/about-canonical-user',
  Federated: 'iam/about-federated',
  Service: 'iam/about-service-principal',
} as const satisfies Readonly<Record<string, Code>>;

/** The elements that may stand there and do not yet. */
export function offerElements({ part, siblings, document }: PolicyPlace): readonly Offer[] {
  const prohibited = prohibitedIn(document.type);
  const names = part === 'policy-element' ? policyElements : statementElements;
  return names
    .filter((name) => !siblings.includes(name) && !prohibited.includes(name))
    .map((name) => plain('element', name, { code: aboutElements[name], params: {} }));
}

/** The words that `Version` and `Effect` know. */
export function offerWords(part: 'version' | 'effect'): readonly Offer[] {
  if (part === 'effect')
    return [plain('value', 'Allow', message('iam/about-allow')), plain('value', 'Deny', message('iam/about-deny'))];
  return [
    plain('value', '2012-10-17', message('iam/about-new-version')),
    plain('value', '2008-10-17', message('iam/about-old-version')),
  ];
}

/**
 * Kinds of principal, and the usual names of a kind.
 * @source https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws (read 2026-11-24)
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html (read 2026-11-24)
 */
export function offerPrincipals({ part, path, siblings }: PolicyPlace): readonly Offer[] {
  if (part === 'principal-kind') {
    return principalKinds
      .filter((kind) => !siblings.includes(kind))
      .map((kind) => plain('element', kind, { code: aboutKinds[kind], params: {} }));
  }
  const provider = 'arn:aws:iam::<Account>:oidc-provider/token.actions.githubusercontent.com';
  switch (path[2]) {
    case 'Federated': {
      const about = [message('iam/about-github-provider')];
      return [
        {
          kind: 'value',
          label: provider,
          insert: provider.replace('<Account>', '${1:Account}'),
          isSnippet: true,
          about,
        },
      ];
    }
    case 'Service':
      return [plain('value', 'ecs-tasks.amazonaws.com', message('iam/about-task-principal'))];
    case undefined:
      return [plain('value', '*', message('iam/about-everybody'))];
    default:
      return [];
  }
}
