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
  /** What the registry holds; left out when the image is simply there. */
  readonly registry?: Registry;
  /** The identity policies of the role that the Fargate agent pulls, logs and reads secrets with; left out when they allow it. */
  readonly executionRole?: { readonly name: string; readonly policies: readonly object[] };
}

/** What a registry holds, by tag or digest: the platforms of each image. */
export interface Registry {
  readonly published: Readonly<Record<string, readonly string[]>>;
  /** The registry behind a pull-through cache that has not fetched the image yet. */
  readonly upstream?: string;
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
  /** `described`: route tables in the learner's file decide over ways out, too. Left out, the two gateways above alone do. */
  readonly routes?: 'given' | 'described';
  /** The address ranges of managed prefix lists, by id. */
  readonly prefixLists?: Readonly<Record<string, readonly string[]>>;
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
  readonly platformVersion: 'LATEST' | '1.4.0' | '1.3.0';
  readonly cpuArchitecture: 'X86_64' | 'ARM64';
  readonly assignPublicIp: 'ENABLED' | 'DISABLED';
  /** Host, repository, and a tag or a digest. */
  readonly image: string;
  /** ARN of the Secrets Manager secret with the password of a private registry. */
  readonly repositoryCredentials?: string;
  readonly logDriver: 'awslogs' | 'splunk' | 'awsfirelens';
  readonly logGroup: string;
  /** False when the log group of the definition was never created. */
  readonly logGroupExists?: boolean;
  /** Under `secrets` of a container and `secretOptions` of its log driver: an ARN, or the name of a parameter of the same region. */
  readonly secrets: readonly { readonly name: string; readonly valueFrom: string }[];
  readonly executeCommand: boolean;
  /** The key that ECS Exec encrypts its sessions with. */
  readonly executeCommandKmsKey?: string;
  readonly serviceConnect: boolean;
  /** What the application calls once it runs: the last part of the service names, such as `sts`. */
  readonly calls?: readonly string[];
}
