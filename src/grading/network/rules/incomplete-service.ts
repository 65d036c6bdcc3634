import type { Rule } from '../../core/rule.ts';
import { found, quoted } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { judgedServices } from '../judge-service.ts';
import { placeOf } from '../term.ts';

/** The first half of a service name that has two: `ecr` for `ecr.api` or `ecr.dkr`. */
export const incompleteService: Rule<NetworkDocument> = {
  code: 'network/incomplete-service',
  severity: 'error',
  source: sources.endpointServices,
  check: (document) =>
    judgedServices(document).flatMap(({ service, verdict }) => {
      if (verdict.kind !== 'named' || verdict.service.kind !== 'incomplete') return [];
      const { name, choices } = verdict.service;
      const params = { service: quoted(name), choices: choices.map((choice) => `\`${choice}\``).join(', ') };
      const range = placeOf(name, service);
      return [found('error', 'network/incomplete-service', params, range, sources.endpointServices)];
    }),
};
