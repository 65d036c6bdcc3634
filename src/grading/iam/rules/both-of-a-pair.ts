import { message } from '../../../messages/index.ts';
import { memberOf } from '../document.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

/** `Action` beside `NotAction`, or another element beside its opposite. */
export const bothOfAPair = policyRule({
  code: 'iam/both-of-a-pair',
  severity: 'error',
  refuses: true,
  source: accessAnalyzer('error-unsupported-element-combination'),
  *find({ statements }) {
    for (const { node } of statements) {
      for (const element of ['Action', 'Resource', 'Principal']) {
        const [first, second] = [memberOf(node, element), memberOf(node, `Not${element}`)];
        if (first === null || second === null) continue;
        yield { at: second.key, message: message('iam/both-of-a-pair', { element }), related: [first.key] };
      }
    }
  },
});
