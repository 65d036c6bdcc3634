import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { findService } from '../catalogue.ts';
import { prefixOf, typeOfKey } from '../condition-keys.ts';
import { replaceString } from '../edit-policy.ts';
import { globalKeys } from '../facts/global-keys.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { suggesting } from '../queries/suggesting.ts';
import { lacksTagKey } from './missing-tag-key-in-condition.ts';
import { policyRule } from './policy-rule.ts';
import { isUnsupportedKey } from './unsupported-global-condition-key.ts';

/** A condition key that is neither global nor one of a service whose keys the catalogue knows. */
export const unknownConditionKey = policyRule({
  code: 'iam/unknown-condition-key',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-global-condition-key'),
  *find({ statements }) {
    const suggest = suggesting((key) => nearest(key, keysLike(key)?.filter(isWhole) ?? []));
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        if (keysLike(key.value) === null || typeOfKey(key.value) !== null || hasOwnCheck(key.value)) continue;
        const found = suggest(key.value);
        const edits = found === null ? [] : [replaceString(key, found)];
        const params = { key: key.value, nearest: found ?? '' };
        yield { at: key, message: message('iam/unknown-condition-key', params), edits };
      }
    }
  },
});

/** The known keys with the same prefix; null when the catalogue has none, or an identity provider stands before the colon. */
function keysLike(key: string): readonly string[] | null {
  const prefix = prefixOf(key);
  if (prefix === 'aws') return globalKeys;
  const keys = findService(prefix)?.keyTypes;
  return keys === undefined ? null : [...keys.keys()].filter((each) => each.startsWith(`${prefix}:`));
}

function isWhole(key: string): boolean {
  return !/[/$]/.test(key);
}

/** What is missing from these keys, or takes their place, is said elsewhere. */
function hasOwnCheck(key: string): boolean {
  return lacksTagKey(key) || isUnsupportedKey(key);
}
