import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import { allRules, type NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { isProtocol } from '../protocol.ts';
import { isReadable } from '../term.ts';

/** A protocol that EC2 does not know. */
export const badProtocol: Rule<NetworkDocument> = {
  code: 'network/bad-protocol',
  severity: 'error',
  source: sources.groupRuleApi,
  check: (document) =>
    allRules(document).flatMap(({ protocol }) => {
      if (!isReadable(protocol) || isProtocol(protocol.text)) return [];
      const params = { protocol: quoted(protocol.text) };
      return [found('error', 'network/bad-protocol', params, protocol.range, sources.groupRuleApi)];
    }),
};
