import { nearest } from '../core/nearest.ts';
import type { Diagnostic } from '../core/types.ts';
import { found, quoted, replaceWith } from './diagnostic.ts';
import type { Term } from './document.ts';
import { sources } from './facts/sources.ts';
import { peerKind } from './group-rule.ts';
import type { Network } from './layout.ts';
import { isPlaceholder, splitServiceName } from './service-name.ts';
import { isReadable, isVerbatim, placeOf } from './term.ts';

/** Names that mean something only in the given VPC: groups that exist nowhere, and placeholders that it fills. */
export function namesFound(network: Network): readonly Diagnostic[] {
  const { document } = network;
  const named = document.endpoints.flatMap(({ groups }) => groups ?? []);
  return [...undefinedAmong([...named, ...sourcesOf(network)], network), ...placeholders(network)];
}

/** Only the file format of the workshop lists every group there is; a template or an output may refer to others. */
function sourcesOf({ document }: Network): readonly Term[] {
  if (document.format !== 'long') return [];
  return document.groups.flatMap(({ inbound }) =>
    inbound.flatMap(({ peer }) => (peer !== null && peerKind(peer) === 'group' ? [peer] : [])),
  );
}

/** Each suggestion is a search through all groups; thousands of undefined groups get none. */
const suggestionsAtMost = 50;

function undefinedAmong(terms: readonly Term[], network: Network): readonly Diagnostic[] {
  const { document, scenario } = network;
  const names = [
    ...document.groups.flatMap((group) => (group.defined ? group.names : [])),
    scenario.taskSecurityGroup.id,
  ];
  return terms
    .filter((term) => isReadable(term) && !network.exists(term.text) && !document.unresolved.has(term.text))
    .map((term, index) => {
      const meant = isVerbatim(term) && index < suggestionsAtMost ? nearest(term.text, names) : null;
      const fixes = replaceWith(meant, term.range);
      return found(
        'error',
        'network/undefined-group',
        { group: quoted(term.text) },
        term.range,
        sources.createEndpoint,
        { fixes },
      );
    });
}

function placeholders({ document, scenario: { region } }: Network): readonly Diagnostic[] {
  return document.endpoints.flatMap(({ service }) => {
    const written = splitServiceName(service.text).region;
    if (written === null || !isPlaceholder(written)) return [];
    const range = placeOf(written, service);
    const fixes = replaceWith(isVerbatim(service) ? region : null, range);
    return [
      found('info', 'network/region-placeholder', { written, region }, range, sources.endpointServices, { fixes }),
    ];
  });
}
