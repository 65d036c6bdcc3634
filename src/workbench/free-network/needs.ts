import { openShelf, type Shelf } from '../storage/shelf.ts';
import { fits as isNeeds } from './needs.schema.json?fits';

/** What the task needs, and where it runs, as the form of the workbench has it. */
export interface Needs {
  readonly region: string;
  readonly platform: '1.4.0' | '1.3.0';
  readonly architecture: 'X86_64' | 'ARM64';
  readonly secrets: 'none' | 'ssm' | 'secretsmanager' | 'both';
  /** True when the containers log with `awslogs`. */
  readonly logs: boolean;
  /** True when the task is to be entered with ECS Exec. */
  readonly exec: boolean;
  /** The security group of the task. */
  readonly group: string;
  /** The address range of its subnet. */
  readonly cidr: string;
  /** The route table of its subnet. */
  readonly routeTable: string;
}

/** A task as the lessons have it. */
export const usualNeeds: Needs = {
  region: 'ap-northeast-1',
  platform: '1.4.0',
  architecture: 'X86_64',
  secrets: 'ssm',
  logs: true,
  exec: false,
  group: 'sg-task',
  cidr: '10.0.1.0/24',
  routeTable: 'rtb-private',
};

/** Where the browser keeps them. */
export function openNeeds(): Shelf<Needs> {
  return openShelf<Needs>('network-needs', isNeeds, usualNeeds);
}

/** The needs in a value that anybody may have written; null where it holds none. */
export function readNeeds(value: unknown): Needs | null {
  return isNeeds(value) ? (value as Needs) : null;
}

/** What a text that was pasted says itself of where it belongs. Read by its words, so that it works on any format. */
export function needsIn(text: string): Partial<Needs> {
  const region = /com\.amazonaws\.([a-z]{2,4}(?:-[a-z]+)+-\d)\./.exec(text)?.[1];
  const routeTable = /\brtb-[0-9a-f]{8,17}\b/.exec(text)?.[0] ?? tableOfGateway(text);
  return { ...(region === undefined ? {} : { region }), ...(routeTable === undefined ? {} : { routeTable }) };
}

/** A table that a template or configuration defines and puts an endpoint into, by the name that it has there. */
function tableOfGateway(text: string): string | undefined {
  const inTemplate = text.matchAll(/(?<!\w)(\w+)["']?:[\s{]*["']?Type["']?:\s*["']?AWS::EC2::RouteTable\b/g);
  const inConfiguration = text.matchAll(/resource\s+"(aws_route_table)"\s+"([\w-]+)"/g);
  const tables = [...inTemplate, ...inConfiguration].map(([, ...names]) => names.join('.'));
  const lists = text.matchAll(/(?:RouteTableIds|route_table_ids)\W[^\]}]{0,200}/g);
  const words = [...lists].flatMap(([list]) => list.split(/[^\w.-]+/));
  // What follows the name is an attribute: `Table.RouteTableId`, `aws_route_table.table.id`.
  const named = new Set(words.flatMap((word) => [word, word.replace(/\.\w+$/, '')]));
  return tables.find((table) => named.has(table));
}
