import { message } from '../../../messages/index.ts';
import { accessAnalyzer } from '../facts/sources.ts';
import { policyRule } from './policy-rule.ts';

const tagKeys = /^[a-z0-9-]+:((resource|request|principal)tag|(existing|request)objecttag)\/?$/i;

/** True for a key that takes the name of a tag after a slash, and has none. */
export function lacksTagKey(key: string): boolean {
  return tagKeys.test(key);
}

/** A key about tags that does not say which tag. */
export const missingTagKeyInCondition = policyRule({
  code: 'iam/missing-tag-key-in-condition',
  severity: 'error',
  source: accessAnalyzer('error-missing-tag-key-in-condition'),
  *find({ statements }) {
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        if (!lacksTagKey(key.value)) continue;
        const params = { key: key.value, bare: key.value.replace(/\/$/, '') };
        yield { at: key, message: message('iam/missing-tag-key-in-condition', params) };
      }
    }
  },
});
