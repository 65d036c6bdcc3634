import { message } from '../../../messages/index.ts';
import { iamGuide } from '../facts/sources.ts';
import type { Finding } from '../finding.ts';
import type { JsonString } from '../json/nodes.ts';
import { policyRule } from './policy-rule.ts';

/** An action that is not `service:Name`: no prefix, two colons, or a prefix that no service can have. */
export const actionWithoutPrefix = policyRule({
  code: 'iam/action-without-prefix',
  severity: 'error',
  refuses: true,
  source: iamGuide('reference_policies_elements_action'),
  *find({ statements }) {
    for (const { action } of statements) {
      for (const { node, value } of action?.entries ?? []) {
        const said = refusalOf(value);
        if (said !== null) yield findingAt(node, value, said);
      }
    }
  },
});

function findingAt(node: JsonString, action: string, said: string): Finding {
  return { at: node, message: message('iam/action-without-prefix', { action, said }) };
}

/** What IAM says of an action that it does not save; null for one that it does. */
function refusalOf(action: string): string | null {
  if (action === '*') return null;
  const [prefix = '', ...rest] = action.split(':');
  if (rest.length === 0) return 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.';
  if (rest.length > 1) return 'Actions/Condition can contain only one colon.';
  return /^[A-Za-z0-9.*?-]+$/.test(prefix) ? null : `Vendor ${prefix} is not valid`;
}
