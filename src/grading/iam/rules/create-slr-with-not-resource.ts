import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, createServiceLinkedRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** `iam:CreateServiceLinkedRole` for every role but those that `NotResource` names. */
export const createSlrWithNotResource = policyRule({
  code: 'iam/create-slr-with-not-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('general-warning-create-slr-with-not-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'not-resource', createServiceLinkedRole)) {
      yield { at, message: message('iam/create-slr-with-not-resource'), related };
    }
  },
});
