import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html (read 2026-11-24) */
const endpointTypes = ['Interface', 'Gateway', 'GatewayLoadBalancer', 'Resource', 'ServiceNetwork'];

/** A type that EC2 does not know. The long form is checked by its schema. */
export const unknownType: Rule<NetworkDocument> = {
  code: 'network/unknown-type',
  severity: 'error',
  source: sources.createEndpoint,
  check: ({ endpoints, format }) =>
    endpoints.flatMap(({ type }) => {
      if (format === 'long' || format === 'list' || type.range === null || type.value === null) return [];
      if (endpointTypes.includes(type.value)) return [];
      const isText = type.range.end - type.range.start === type.value.length;
      const fixes = isText ? replaceWith(nearest(type.value, endpointTypes), type.range) : [];
      return [
        found('error', 'network/unknown-type', { type: quoted(type.value) }, type.range, sources.createEndpoint, {
          fixes,
        }),
      ];
    }),
};
