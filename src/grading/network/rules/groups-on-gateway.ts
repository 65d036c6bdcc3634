import type { Rule } from '../../core/rule.ts';
import { found } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';

/** Security groups at an endpoint that has no network interface. */
export const groupsOnGateway: Rule<NetworkDocument> = {
  code: 'network/groups-on-gateway',
  severity: 'warning',
  source: sources.createEndpoint,
  check: ({ endpoints }) =>
    endpoints.flatMap(({ type, groups, privateDns }) => {
      const [first] = groups ?? [];
      // A missing type of a template is Gateway, too; that an interface was meant is said elsewhere.
      const meantAsInterface = type.range === null && privateDns.range !== null;
      if (type.value !== 'Gateway' || first === undefined || meantAsInterface) return [];
      return [found('warning', 'network/groups-on-gateway', {}, first.range, sources.createEndpoint)];
    }),
};
