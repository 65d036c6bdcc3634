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
  example: { fails: group('10.0.1.0'), passes: group('10.0.1.0/24') },
  check: (document) =>
    allRules(document).flatMap(({ peer }) => {
      if (!isReadable(peer) || !/^[\d.]+(?:\/.*)?$|^[\da-f:]*:[\da-f:]*(?:\/.*)?$|\/\d*$/i.test(peer.text.trim()))
        return [];
      if (parseCidr(peer.text) !== null) return [];
      return [found('error', 'network/bad-source', { peer: quoted(peer.text) }, peer.range, sources.groupRules)];
    }),
};

function group(source: string): string {
  return `endpoints: []\nsecurityGroups:\n  sg-a:\n    inbound: [{ protocol: tcp, port: 443, source: ${source} }]\n`;
}
