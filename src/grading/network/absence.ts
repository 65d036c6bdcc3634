import type { Diagnostic } from '../core/types.ts';
import { found, quoted } from './diagnostic.ts';
import type { Endpoint } from './document.ts';
import { sources } from './facts/sources.ts';
import type { Network } from './layout.ts';

/** Why an endpoint that is written is none for this task: it stands in another VPC, does not answer, or has no network interface. */
export function absence({ vpc, state, service, subnets, type }: Endpoint, network: Network): Diagnostic | null {
  if (vpc !== null && /^vpc-/.test(vpc.text) && vpc.text !== network.scenario.vpc.id) {
    return found('error', 'network/other-vpc', { vpc: quoted(vpc.text) }, vpc.range, sources.createEndpoint);
  }
  if (state !== null && state.text.toLowerCase() !== 'available') {
    const range = state.text === '' ? service.range : state.range;
    return found('error', 'network/not-available', { state: quoted(state.text) }, range, sources.createEndpoint);
  }
  if (type.value === 'Interface' && subnets?.length === 0) {
    return found('error', 'network/no-subnet', {}, service.range, sources.createEndpoint);
  }
  return null;
}
