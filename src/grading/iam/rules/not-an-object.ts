import { message } from '../../../messages/index.ts';
import { policyElement } from '../elements.ts';
import { iamGuide } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** A policy that is no object, or a statement that is none. */
export const notAnObject = policyRule({
  code: 'iam/not-an-object',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_grammar'),
  *find({ root }) {
    if (root.kind !== 'object') {
      if (root.kind !== 'null' || root.readable)
        yield { at: root, message: message('iam/not-an-object', { statement: 0 }) };
      return;
    }
    const listed = policyElement(root, 'Statement');
    if (listed === undefined || listed.kind === 'object') return;
    for (const item of listed.kind === 'list' ? listed.items : [listed]) {
      if (item.kind === 'object' || (item.kind === 'null' && !item.readable)) continue;
      yield { at: item, message: message('iam/not-an-object', { statement: 1 }) };
    }
  },
});
