import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** An Allow of everything, or of every action of a service, unless a Deny with `NotAction` fences it in. */
export const everyAction = policyRule({
  code: 'iam/every-action',
  severity: 'warning',
  types: ['identity'],
  source: iamGuide('best-practices'),
  *find({ statements }) {
    if (statements.some(({ effect, action }) => effect === 'Deny' && action?.negated)) return;
    for (const { effect, action } of statements) {
      if (effect !== 'Allow' || action === null) continue;
      if (action.negated) yield { at: action.key, message: message('iam/every-action', { entry: 'NotAction' }) };
      for (const { node, value } of action.negated ? [] : action.entries) {
        if (/^([^:]+:)?\*+$/.test(value)) yield { at: node, message: message('iam/every-action', { entry: value }) };
      }
    }
  },
});
