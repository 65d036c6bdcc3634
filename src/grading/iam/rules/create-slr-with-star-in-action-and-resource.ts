import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { broadGrants, createServiceLinkedRole } from '../queries/broad-grants.ts';
import { policyRule } from './policy-rule.ts';

/** A wildcard among the actions that takes in `iam:CreateServiceLinkedRole`, for every service. */
export const createSlrWithStarInActionAndResource = policyRule({
  code: 'iam/create-slr-with-star-in-action-and-resource',
  severity: 'warning',
  types: ['identity'],
  source: accessAnalyzer('general-warning-create-slr-with-star-in-action-and-resource'),
  *find(document) {
    for (const { at, related } of broadGrants(document, 'star-in-action-and-resource', createServiceLinkedRole)) {
      yield { at, message: message('iam/create-slr-with-star-in-action-and-resource'), related };
    }
  },
});
