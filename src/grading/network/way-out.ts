import type { SourceRange } from '../core/types.ts';
import type { Route } from './document.ts';
import type { Network } from './layout.ts';

/** A way from the task's subnet to the internet. `unknown` names what decides whether there is one. */
export type WayOut =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly route: Route | null }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange };

const everywhere = '0.0.0.0/0';

/**
 * Whether public addresses are in reach: through a NAT gateway, or through an internet gateway with a public address of the task's own.
 *
 * @source https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html (read 2026-11-24)
 */
export function wayOut({ document, scenario, table }: Network): WayOut {
  const { vpc, task } = scenario;
  const isPublic = task.assignPublicIp === 'ENABLED';
  if (vpc.natGateway || (vpc.internetGateway && isPublic)) return { kind: 'open', route: null };
  if (vpc.routes !== 'described') return { kind: 'none' };
  const outward = document.routing.routes.filter((route) => route.active && mayLeadOut(route, isPublic));
  const [first] = outward;
  if (first === undefined) return { kind: 'none' };
  if (table.kind === 'unknown') return { kind: 'unknown', dependsOn: table.dependsOn, range: table.range };
  const inTable = outward.filter((route) => route.table.dependsOn !== null || route.table.text === table.id);
  const open = inTable.map((route) => ({ route, dependsOn: dependenceOf(route) }));
  const certain = open.find(({ dependsOn }) => dependsOn === null);
  if (certain !== undefined) return { kind: 'open', route: certain.route };
  const [perhaps] = open;
  if (perhaps === undefined) return { kind: 'none' };
  return { kind: 'unknown', dependsOn: perhaps.dependsOn ?? '', range: perhaps.route.range };
}

/** A default route to something that is not certain to end inside of the VPC. */
function mayLeadOut({ destination, via }: Route, isPublic: boolean): boolean {
  if (destination.text !== everywhere && destination.dependsOn === null) return false;
  return via === 'nat' || via === 'elsewhere' || (via === 'internet' && isPublic);
}

/** What decides whether a default route of the task's table leads out; null when it does. */
function dependenceOf({ table, destination, existsIf, via, target }: Route): string | null {
  const dependsOn = existsIf ?? table.dependsOn ?? destination.dependsOn;
  return dependsOn ?? (via === 'elsewhere' ? (target.dependsOn ?? target.text) : null);
}
