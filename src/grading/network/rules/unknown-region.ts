import type { Rule } from '../../core/rule.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { isVerbatim, placeOf } from '../term.ts';

/** A region that does not exist. */
export const unknownRegion: Rule<NetworkDocument> = {
  code: 'network/unknown-region',
  severity: 'error',
  source: sources.regions,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'named' || verdict.region.known) return [];
      const { name, meant } = verdict.region;
      const range = placeOf(name, service);
      const fixes = isVerbatim(service) ? replaceWith(meant, range) : [];
      return [found('error', 'network/unknown-region', { region: quoted(name) }, range, sources.regions, { fixes })];
    }),
};
