import type { Rule } from '../../core/rule.ts';
import { parseCidr } from '../cidr.ts';
import { found, quoted } from '../diagnostic.ts';
import { allRules, type NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { isReadable } from '../term.ts';

/** An address range that is none: no prefix length, or numbers out of range. */
export const badSource: Rule<NetworkDocument> = {
  code: 'network/bad-source',
  severity: 'error',
  source: sources.groupRules,
  check: (document) =>
    allRules(document).flatMap(({ peer }) => {
      if (!isReadable(peer) || !/^[\d.]+(?:\/.*)?$|^[\da-f:]*:[\da-f:]*(?:\/.*)?$|\/\d*$/i.test(peer.text.trim()))
        return [];
      if (parseCidr(peer.text) !== null) return [];
      return [found('error', 'network/bad-source', { peer: quoted(peer.text) }, peer.range, sources.groupRules)];
    }),
};
