import { message } from '../../../messages/index.ts';
import { groupBy } from '../../core/group-by.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** Two statements with one `Sid`; two empty ones do not clash. */
export const duplicateSid = policyRule({
  code: 'iam/duplicate-sid',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-unique-sids-required'),
  *find({ statements }) {
    const named = statements.flatMap(({ sid }) => (sid === null || sid.value === '' ? [] : [sid]));
    for (const [sid, nodes] of groupBy(named, ({ value }) => value)) {
      for (const [index, node] of nodes.entries()) {
        if (nodes.length === 1) continue;
        const related = index === 0 ? nodes.slice(1) : nodes.slice(0, 1);
        yield { at: node, message: message('iam/duplicate-sid', { sid }), related };
      }
    }
  },
});
