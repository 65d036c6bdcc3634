import { lookAlikesIn } from '../../core/look-alikes.ts';
import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import { allRules, type NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';

/** A port that is no port. */
export const badPort: Rule<NetworkDocument> = {
  code: 'network/bad-port',
  severity: 'error',
  source: sources.groupRuleApi,
  check: (document) =>
    allRules(document).flatMap(({ ports }) => {
      if (ports.kind !== 'unread' || lookAlikesIn(ports.text).length > 0) return [];
      return [found('error', 'network/bad-port', { port: quoted(ports.text) }, ports.range, sources.groupRuleApi)];
    }),
};
