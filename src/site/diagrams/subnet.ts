/** Ids of the operations of a task's start, as the network scenarios name them. */
export type Connection =
  | 'get-secret'
  | 'get-registry-auth'
  | 'check-logs'
  | 'get-manifest'
  | 'get-layers'
  | 'open-exec-channel';

export type ConnectionState = 'open' | 'blocked' | 'idle';

/** An interface endpoint of the drawing: its place, and what the task uses it for. */
export interface DrawnEndpoint {
  readonly connection: Connection;
  readonly service: string;
  /** True where the talk asks for inbound 443 on the endpoint's security group. */
  readonly bold: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The wire from the task to the endpoint's door. */
  readonly wire: string;
  readonly door: { readonly x: number; readonly y: number };
}

const topY = 52;
const bottomY = 262;
const ecrApi = { connection: 'get-registry-auth', service: 'ecr.api', bold: true } as const;
const ecrDkr = { connection: 'get-manifest', service: 'ecr.dkr', bold: true } as const;
const ssm = { connection: 'get-secret', service: 'ssm', bold: true } as const;
const logs = { connection: 'check-logs', service: 'logs', bold: false } as const;
const ssmmessages = { connection: 'open-exec-channel', service: 'ssmmessages', bold: false } as const;

const above: readonly DrawnEndpoint[] = [
  { ...ecrApi, y: topY, width: 122, x: 22, wire: 'M 150 156 L 92 108', door: { x: 83, y: 98 } },
  { ...ecrDkr, y: topY, width: 122, x: 196, wire: 'M 190 156 L 248 108', door: { x: 257, y: 98 } },
];

/** The talk's four endpoints around the task: three that need inbound 443, and the one for logs. */
export const talkEndpoints: readonly DrawnEndpoint[] = [
  ...above,
  { ...ssm, y: bottomY, width: 122, x: 22, wire: 'M 150 204 L 92 252', door: { x: 83, y: 262 } },
  { ...logs, y: bottomY, width: 122, x: 196, wire: 'M 190 204 L 248 252', door: { x: 257, y: 262 } },
];

/** The same with the endpoint that ECS Exec adds. */
export const execEndpoints: readonly DrawnEndpoint[] = [
  ...above,
  { ...ssm, y: bottomY, width: 100, x: 14, wire: 'M 140 204 L 74 252', door: { x: 64, y: 262 } },
  { ...ssmmessages, y: bottomY, width: 100, x: 120, wire: 'M 170 204 V 252', door: { x: 170, y: 262 } },
  { ...logs, y: bottomY, width: 100, x: 226, wire: 'M 200 204 L 266 252', door: { x: 276, y: 262 } },
];

/** The connections in the order in which a task of platform 1.4.0 makes them. */
export const startOrder: readonly Connection[] = [
  'get-secret',
  'get-registry-auth',
  'check-logs',
  'get-manifest',
  'get-layers',
];
