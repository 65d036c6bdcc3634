import type { Route, RouteTable } from './document.ts';
import type { Network } from './layout.ts';

/** A way from the task's subnet to the internet. `unknown` names a target behind which there may be one. */
export type WayOut =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly route: Route | null }
  | { readonly kind: 'unknown'; readonly route: Route };

/**
 * Whether public addresses are in reach: through a NAT gateway, or through an internet gateway with a public address of the task's own.
 *
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html (read 2026-11-24)
 */
export function wayOut(network: Network): WayOut {
  const { vpc, task } = network.scenario;
  const isPublic = task.assignPublicIp === 'ENABLED';
  if (vpc.natGateway || (vpc.internetGateway && isPublic)) return { kind: 'open', route: null };
  if (vpc.routes !== 'described') return { kind: 'none' };
  const route = tableOfSubnet(network)?.routes.find(({ destination, active }) => destination === '0.0.0.0/0' && active);
  if (route === undefined) return { kind: 'none' };
  if (/^nat-/.test(route.target)) return { kind: 'open', route };
  if (/^igw-/.test(route.target)) return isPublic ? { kind: 'open', route } : { kind: 'none' };
  return { kind: 'unknown', route };
}

/**
 * The described table that the task's subnet uses: the one it is associated with, else the one that the scenario names, else the main one.
 *
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html (read 2026-11-24)
 */
export function tableOfSubnet({ document: { routeTables }, scenario: { subnet } }: Network): RouteTable | undefined {
  return (
    routeTables.find(({ subnets }) => subnets.includes(subnet.id)) ??
    routeTables.find(({ id }) => id === subnet.routeTable) ??
    routeTables.find(({ main }) => main)
  );
}
