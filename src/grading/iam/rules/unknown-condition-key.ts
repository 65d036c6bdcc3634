import { message } from '../../../messages/index.ts';
import { nearest } from '../../core/nearest.ts';
import { findService } from '../catalogue.ts';
import { globalKeys } from '../facts/global-keys.ts';
import { accessAnalyzer, policyRule } from './policy-rule.ts';

const maxSuggestions = 50;

/** A condition key that is neither global nor one of a service whose keys the catalogue knows. */
export const unknownConditionKey = policyRule({
  code: 'iam/unknown-condition-key',
  severity: 'warning',
  source: accessAnalyzer('error-invalid-global-condition-key'),
  *find({ statements }) {
    const meant = new Map<string, string | null>();
    for (const { conditions } of statements) {
      for (const { key } of conditions) {
        const known = keysLike(key.value);
        if (known === null || known.some((each) => fits(each, key.value))) continue;
        const found =
          meant.get(key.value) ?? (meant.size < maxSuggestions ? nearest(key.value, known.filter(isWhole)) : null);
        meant.set(key.value, found);
        const edits = found === null ? [] : [{ start: key.start, end: key.end, text: JSON.stringify(found) }];
        const params = { key: key.value, nearest: found ?? '–' };
        yield { at: key, message: message('iam/unknown-condition-key', params), edits };
      }
    }
  },
});

/** The known keys with the same prefix; null when the catalogue has none, or an identity provider stands before the colon. */
function keysLike(key: string): readonly string[] | null {
  const prefix = key.slice(0, key.indexOf(':')).toLowerCase();
  if (prefix === 'aws') return globalKeys;
  const keys = findService(prefix)?.keyTypes;
  return keys === undefined ? null : [...keys.keys()].filter((each) => each.startsWith(`${prefix}:`));
}

function isWhole(key: string): boolean {
  return !/[/$]/.test(key);
}

/** Keys compare without regard to case; what follows a slash or stands for a name is free. */
function fits(known: string, written: string): boolean {
  const open = /\$\{|\/$/.exec(known);
  const start = known.slice(0, open === null ? known.length : open.index + (known.endsWith('/') ? 1 : 0)).toLowerCase();
  const lower = written.toLowerCase();
  return open === null ? lower === start : lower.startsWith(start) && lower.length > start.length;
}
