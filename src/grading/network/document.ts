import type { SourceRange } from '../core/types.ts';
import type { Tree } from '../core/yaml/tree.ts';

/** How the text says it; each has its own reader and its own defaults. */
export type Format = 'list' | 'long' | 'described' | 'template' | 'terraform';

/**
 * A text and its place. `dependsOn` names what it depends on when that stands outside the file (a parameter without a default);
 * then `text` is empty.
 */
export interface Term {
  readonly text: string;
  readonly range: SourceRange;
  readonly dependsOn: string | null;
}

/** A choice that may be left out: then `range` is null, and `value` the default of the format. `value` is null when it is not known. */
export interface Choice<T> {
  readonly value: T | null;
  readonly range: SourceRange | null;
  readonly dependsOn: string | null;
}

/** One VPC endpoint as it is written. */
export interface Endpoint {
  /** The whole item or resource. */
  readonly range: SourceRange;
  /** What other places of the file call it: the id of a described endpoint; null where the format has none. */
  readonly id: string | null;
  /** The service name; a region that the run fills in is written as `regionOfRun`. */
  readonly service: Term;
  readonly type: Choice<string>;
  readonly privateDns: Choice<boolean>;
  /** Null when no groups are written, an empty list when none is in the list. */
  readonly groups: readonly Term[] | null;
  readonly routeTables: readonly Term[];
  /** The subnets that it has a network interface in, one for each Availability Zone; null when none are written. */
  readonly subnets: readonly Term[] | null;
  /** The endpoint policy as JSON; null when none is written, and then everything is allowed. */
  readonly policy: Term | null;
  readonly vpc: Term | null;
  /** As `describe-vpc-endpoints` prints it; null where the format has no state. */
  readonly state: Term | null;
  /** What decides whether the endpoint exists at all (a condition of a template); null when it does. */
  readonly existsIf: string | null;
}

/**
 * The ports of a rule. `icmp` is a type and a code, which stand where others have ports; `unread` is no port; `unknown` depends on
 * something outside the file.
 */
export type Ports =
  | { readonly kind: 'all' }
  | { readonly kind: 'icmp'; readonly range: SourceRange }
  | { readonly kind: 'span'; readonly from: number; readonly to: number; readonly range: SourceRange }
  | { readonly kind: 'unread'; readonly text: string; readonly range: SourceRange }
  | { readonly kind: 'unknown'; readonly dependsOn: string; readonly range: SourceRange }
  | { readonly kind: 'missing' };

/** One rule of a security group. Null stands for a part that is missing. */
export interface GroupRule {
  readonly range: SourceRange;
  readonly protocol: Term | null;
  readonly ports: Ports;
  /** Where the traffic comes from (or goes to, in an outbound rule): a group, a CIDR or a prefix list. */
  readonly peer: Term | null;
}

/** A security group as the file has it, its rules from all places together. */
export interface SecurityGroup {
  /** False for a group from outside the file that gets a rule in it. */
  readonly defined: boolean;
  readonly name: Term;
  /** Every name that other places of the file may use for it. */
  readonly names: readonly string[];
  readonly inbound: readonly GroupRule[];
  /** Null when nothing is written: then the group lets everything out. */
  readonly outbound: readonly GroupRule[] | null;
}

/** A managed prefix list that the file defines. */
export interface PrefixList {
  readonly names: readonly string[];
  readonly cidrs: readonly string[];
}

/**
 * What a route leads to: a NAT or an internet gateway, a gateway endpoint, the VPC itself; or `elsewhere`, to a transit gateway, an
 * appliance and the like, behind which there may be anything.
 */
export type Via = 'nat' | 'internet' | 'endpoint' | 'inside' | 'elsewhere';

/** Where a route table sends a range of addresses. */
export interface Route {
  readonly range: SourceRange;
  readonly table: Term;
  /** A CIDR, or the id of a prefix list. */
  readonly destination: Term;
  readonly via: Via;
  readonly target: Term;
  /** False for a black hole: its target is gone. */
  readonly active: boolean;
  readonly existsIf: string | null;
}

/** That a subnet uses a route table; with `subnet` null, that every subnet does which is associated with no other. */
export interface TableUse {
  readonly range: SourceRange;
  readonly subnet: Term | null;
  readonly table: Term;
  readonly existsIf: string | null;
}

/** A subnet that the file defines. */
export interface Subnet {
  readonly name: string;
  readonly cidr: Term;
}

/** All that the file says of routes. A table may also lie outside the file, and get a route or a subnet in it. */
export interface Routing {
  /** The tables that the file defines or describes. */
  readonly tables: readonly Term[];
  readonly uses: readonly TableUse[];
  readonly routes: readonly Route[];
  readonly subnets: readonly Subnet[];
}

/** What the learner's file says, whatever its format. */
export interface NetworkDocument {
  readonly file: string;
  readonly format: Format;
  readonly endpoints: readonly Endpoint[];
  readonly groups: readonly SecurityGroup[];
  readonly routing: Routing;
  readonly prefixLists: readonly PrefixList[];
  readonly trees: readonly Tree[];
  /** Names that a template refers to without defining them; each has a diagnostic of its own. */
  readonly unresolved: ReadonlySet<string>;
}

/** Stands in a service name for the region that the run takes place in: `AWS::Region` of a template. A private-use character. */
export const regionOfRun = '\ue000';

/** Every rule of every group, in both directions. */
export function allRules({ groups }: NetworkDocument): readonly GroupRule[] {
  return groups.flatMap(({ inbound, outbound }) => (outbound === null ? inbound : [...inbound, ...outbound]));
}

/** What several parts of a file say of routes, as one. */
export function joinRouting(parts: readonly Routing[]): Routing {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    uses: parts.flatMap(({ uses }) => uses),
    routes: parts.flatMap(({ routes }) => routes),
    subnets: parts.flatMap(({ subnets }) => subnets),
  };
}
