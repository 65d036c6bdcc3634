import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, createServiceLinkedRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A `NotAction` that does not name `iam:CreateServiceLinkedRole`, for every service. */
export const createSlrWithStarInResourceAndNotAction = policyRule({
  code: 'iam/create-slr-with-star-in-resource-and-not-action',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('general-warning-create-slr-with-star-in-resource-and-not-action'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-resource-and-not-action', createServiceLinkedRole)) {
      yield { at, message: message('iam/create-slr-with-star-in-resource-and-not-action'), related };
    }
  },
});
