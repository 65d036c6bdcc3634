import type { Rule } from '../../core/rule.ts';
import { found } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';

/** Route tables at an endpoint that is no route. */
export const routesOnInterface: Rule<NetworkDocument> = {
  code: 'network/routes-on-interface',
  severity: 'warning',
  source: sources.createEndpoint,
  check: ({ endpoints }) =>
    endpoints.flatMap(({ type, routeTables: [first] }) => {
      if (type.value !== 'Interface' || first === undefined) return [];
      return [found('warning', 'network/routes-on-interface', {}, first.range, sources.createEndpoint)];
    }),
};
