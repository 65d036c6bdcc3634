/** What is given before the learner writes a line, and the task that is to start. The file is `content/scenarios/network/<slug>.yaml`. */
export interface NetworkScenario {
  readonly account: string;
  readonly region: string;
  readonly vpc: Vpc;
  readonly subnet: { readonly id: string; readonly cidr: string; readonly routeTable: string };
  readonly taskSecurityGroup: { readonly id: string; readonly inbound: readonly []; readonly outbound: 'all' };
  readonly task: TaskDefinition;
  /** Whose word counts on inbound 443 at the logs endpoint. */
  readonly authority: 'talk' | 'documentation';
  /** What an endpoint that the task does not use, or one given twice, amounts to. */
  readonly surplus: 'warning' | 'error';
  /** What an endpoint without security groups has: the VPC's default group, or groups that this exercise does not judge. */
  readonly absentGroups: 'default' | 'not-judged';
  /** What the registry holds, by tag; left out when the image is simply there. */
  readonly registry?: { readonly published: Readonly<Record<string, readonly string[]>> };
}

/** The VPC as it stands before the learner's endpoints. */
export interface Vpc {
  readonly id: string;
  readonly cidr: string;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  readonly internetGateway: boolean;
  readonly natGateway: boolean;
  readonly endpoints: readonly GivenEndpoint[];
}

/** An endpoint that the VPC already has. An interface endpoint that is given admits the task. */
export interface GivenEndpoint {
  readonly service: string;
  readonly type: 'Interface' | 'Gateway';
  readonly routeTables?: readonly string[];
}

/** What of a task definition decides which calls a start makes. */
export interface TaskDefinition {
  readonly launchType: 'FARGATE';
  readonly platformVersion: string;
  readonly cpuArchitecture: 'X86_64' | 'ARM64';
  readonly assignPublicIp: 'ENABLED' | 'DISABLED';
  /** Host, repository and tag. */
  readonly image: string;
  readonly logDriver: string;
  readonly logGroup: string;
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly executeCommand: boolean;
  readonly serviceConnect: boolean;
}
