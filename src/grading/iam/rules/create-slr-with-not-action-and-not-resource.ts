import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, createServiceLinkedRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A `NotAction` that does not name `iam:CreateServiceLinkedRole`, for every role but those that `NotResource` names. */
export const createSlrWithNotActionAndNotResource = policyRule({
  code: 'iam/create-slr-with-not-action-and-not-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('general-warning-create-slr-with-not-action-and-not-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'not-action-and-not-resource', createServiceLinkedRole)) {
      yield { at, message: message('iam/create-slr-with-not-action-and-not-resource'), related };
    }
  },
});
