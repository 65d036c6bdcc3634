/** The workshop's trust policy in one statement, for the examples of rules; other members take the place of these. */
export function trustStatement(members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    Effect: 'Allow',
    Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': 'repo:octo-workshop/workshop-app:ref:refs/heads/main',
      },
    },
    ...members,
  });
}
