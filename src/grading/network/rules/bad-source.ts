import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import { allRules, type NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { peerKind } from '../group-rule.ts';
import { isReadable } from '../term.ts';

/** An address range that is none: no prefix length, or numbers out of range. */
export const badSource: Rule<NetworkDocument> = {
  code: 'network/bad-source',
  severity: 'error',
  source: sources.groupRules,
  check: (document) =>
    allRules(document).flatMap(({ peer }) => {
      if (!isReadable(peer) || peerKind(peer) !== 'neither') return [];
      return [found('error', 'network/bad-source', { peer: quoted(peer.text) }, peer.range, sources.groupRules)];
    }),
};
