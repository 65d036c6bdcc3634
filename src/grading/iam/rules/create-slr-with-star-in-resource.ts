import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, createServiceLinkedRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** `iam:CreateServiceLinkedRole` for every service. */
export const createSlrWithStarInResource = policyRule({
  code: 'iam/create-slr-with-star-in-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('general-warning-create-slr-with-star-in-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-resource', createServiceLinkedRole)) {
      yield { at, message: message('iam/create-slr-with-star-in-resource'), related };
    }
  },
});
