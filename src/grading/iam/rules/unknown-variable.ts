import { message } from '../../../messages/index.ts';
import { findService } from '../catalogue.ts';
import { prefixOf, typeOfKey } from '../condition-keys.ts';
import { iamGuide } from '../facts/sources.ts';
import { partsOfVariable, variablesIn } from '../queries/variable-places.ts';
import { policyRule } from './policy-rule.ts';

const characters: readonly string[] = ['*', '?', '$'];

/** A variable that is no condition key: a name of CloudFormation's, or of the reference's ARN formats. */
export const unknownVariable = policyRule({
  code: 'iam/unknown-variable',
  severity: 'warning',
  source: iamGuide('reference_policies_variables'),
  *find(document) {
    for (const { inside, written, at } of variablesIn(document)) {
      const name = partsOfVariable(inside ?? '').name.trim();
      if (name === '' || characters.includes(name) || !isUnknown(name)) continue;
      yield { at, message: message('iam/unknown-variable', { variable: written }) };
    }
  },
});

/** A prefix that the catalogue has no keys for may be a service's or a provider's, a name without one is nobody's. */
function isUnknown(name: string): boolean {
  if (name.includes('::')) return true;
  const prefix = prefixOf(name);
  if (prefix === '') return true;
  return (prefix === 'aws' || findService(prefix) !== null) && typeOfKey(name) === null;
}
