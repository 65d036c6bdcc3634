import { type Examples, policyOf, policyUnder } from './policies.ts';

function objectsOf(variable: string): string {
  return policyOf({ Action: 's3:GetObject', Resource: `arn:aws:s3:::bucket/${variable}/*` });
}

/** Examples of the checks of policy variables. */
export const variableExamples: Examples = {
  'iam/empty-variable': { fails: objectsOf('${}'), passes: objectsOf('${aws:username}') },
  'iam/missing-brace-in-variable': { fails: objectsOf('${aws:username'), passes: objectsOf('${aws:username}') },
  'iam/missing-quote-in-variable': {
    fails: objectsOf('${aws:username, anonymous}'),
    passes: objectsOf("${aws:username, 'anonymous'}"),
  },
  'iam/unsupported-space-in-variable': {
    fails: objectsOf('${ aws:username }'),
    passes: objectsOf('${aws:PrincipalTag/cost center}'),
  },
  'iam/unknown-variable': { fails: objectsOf('${AWS::AccountId}'), passes: objectsOf('${aws:PrincipalAccount}') },
  'iam/variable-unsupported-in-element': {
    fails: policyOf({ Action: 'ecr:${Action}' }),
    passes: policyOf({ Resource: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/${aws:PrincipalTag/app}' }),
  },
  'iam/invalid-variable-for-operator': {
    fails: policyUnder({ Bool: { 'aws:SecureTransport': '${aws:MultiFactorAuthPresent}' } }),
    passes: policyUnder({ StringEquals: { 'aws:SourceIdentity': '${aws:username}' } }),
  },
};
