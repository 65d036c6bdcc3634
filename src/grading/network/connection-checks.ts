import type { Check, Example } from '../core/rule.ts';
import type { Severity, Source } from '../core/types.ts';
import { sources } from './facts/sources.ts';

const name = (service: string) => `com.amazonaws.ap-northeast-1.${service}`;
const https = '{ protocol: tcp, port: 443, source: sg-task }';

/** An answer with one endpoint of ecr.api, some more lines at it, and the rules of its group. */
function groupAnswer(rule: string, more = ''): string {
  return `endpoints:
  - service: ${name('ecr.api')}
    securityGroups: [sg-a]
securityGroups:
  sg-a:
    inbound: [${rule}]
${more}`;
}

const listAnswer = (...services: readonly string[]) => services.map((service) => `- ${service}\n`).join('');

const layers = (line: string) => `endpoints:\n  - service: ${name('s3')}\n    ${line}\n`;

const described = (state: string, more = '# no more') =>
  `VpcEndpoints:
  - ServiceName: ${name('ssm')}
    VpcEndpointType: Interface
    PrivateDnsEnabled: true
    State: ${state}
    ${more}
`;

/** An endpoint of ssm whose policy allows one action. */
const policy = (action: string) =>
  template(`PrivateDnsEnabled: true
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: '*', Action: '${action}', Resource: '*' }]`);

const template = (line: string, vpc = 'vpc-workshop') =>
  `Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: ${vpc}
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.ssm
      VpcEndpointType: Interface
      ${line}
`;

function check(
  code: Check['code'],
  source: Source,
  example: Omit<Example, 'exercise'>,
  where: string,
  severity: Severity = 'error',
): Check {
  return { code, severity, source, example: { ...example, exercise: `network-${where}` } };
}

const [talk, groups, nothing] = ['fargate-endpoints', 'security-groups', 'from-nothing'] as const;

/** A rule that does not let the task in, and one that does. */
function ruleCheck(code: Check['code'], rule: string): Check {
  return check(code, sources.ecsEndpoints, { fails: groupAnswer(rule), passes: groupAnswer(https) }, groups);
}

/** What only shows when the task starts. */
export const connectionChecks: readonly Check[] = [
  check(
    'network/region-placeholder',
    sources.endpointServices,
    { fails: listAnswer('com.amazonaws.<region>.ssm'), passes: listAnswer(name('ssm')) },
    talk,
    'info',
  ),
  check(
    'network/other-region',
    sources.privateDns,
    { fails: listAnswer('com.amazonaws.us-east-1.ssm'), passes: listAnswer(name('ssm')) },
    talk,
  ),
  check(
    'network/superfluous-endpoint',
    sources.ecsEndpoints,
    { fails: listAnswer(name('ssmmessages')), passes: listAnswer(name('ssm')) },
    talk,
    'warning',
  ),
  check(
    'network/not-for-fargate',
    sources.ecsEndpoints,
    { fails: listAnswer(name('ecs-agent')), passes: listAnswer(name('ssm')) },
    talk,
    'warning',
  ),
  check(
    'network/service-twice',
    sources.conflictingDns,
    { fails: listAnswer(name('ssm'), name('ssm')), passes: listAnswer(name('ssm'), name('logs')) },
    talk,
    'warning',
  ),
  check(
    'network/already-given',
    sources.gatewayEndpoints,
    { fails: listAnswer(name('s3')), passes: listAnswer(name('ssm')) },
    talk,
    'warning',
  ),
  check(
    'network/private-dns-off',
    sources.privateDns,
    { fails: template('PrivateDnsEnabled: false'), passes: template('PrivateDnsEnabled: true') },
    talk,
  ),
  check(
    'network/private-dns-left-out',
    sources.privateDns,
    { fails: template('# no more'), passes: template('PrivateDnsEnabled: true') },
    talk,
  ),
  check(
    'network/other-vpc',
    sources.createEndpoint,
    { fails: template('PrivateDnsEnabled: true', 'vpc-other'), passes: template('PrivateDnsEnabled: true') },
    talk,
  ),
  check(
    'network/not-available',
    sources.createEndpoint,
    { fails: described('pending'), passes: described('available') },
    talk,
  ),
  check(
    'network/no-subnet',
    sources.createEndpoint,
    { fails: described('available', 'SubnetIds: []'), passes: described('available', 'SubnetIds: [subnet-private]') },
    talk,
  ),
  check(
    'network/endpoint-policy-refuses',
    sources.endpointPolicies,
    { fails: policy('ssm:GetParameter'), passes: policy('ssm:GetParameters') },
    talk,
  ),
  check(
    'network/no-route-table',
    sources.ecrEndpoints,
    { fails: layers('type: Gateway'), passes: layers('routeTables: [rtb-private]') },
    nothing,
  ),
  check(
    'network/other-route-table',
    sources.ecrEndpoints,
    { fails: layers('routeTables: [rtb-public]'), passes: layers('routeTables: [rtb-private]') },
    nothing,
  ),
  check(
    'network/s3-interface',
    sources.ecrEndpoints,
    { fails: layers('type: Interface'), passes: layers('routeTables: [rtb-private]') },
    nothing,
  ),
  check(
    'network/undefined-group',
    sources.createEndpoint,
    { fails: groupAnswer(https).replace('[sg-a]', '[sg-b]'), passes: groupAnswer(https) },
    groups,
  ),
  check(
    'network/default-group',
    sources.createEndpoint,
    { fails: listAnswer(name('ssm')), passes: groupAnswer(https) },
    groups,
  ),
  check(
    'network/egress-closed',
    sources.groupRules,
    { fails: groupAnswer(https, '  sg-task:\n    outbound: []\n'), passes: groupAnswer(https, '  sg-task: {}\n') },
    groups,
  ),
  check(
    'network/incomplete-rule',
    sources.ecsEndpoints,
    { fails: ingress(''), passes: ingress('CidrIp: 10.0.1.0/24') },
    groups,
  ),
  ruleCheck('network/undefined-prefix-list', '{ protocol: tcp, port: 443, source: pl-12345678 }'),
  ruleCheck('network/ipv6-source', '{ protocol: tcp, port: 443, source: "::/0" }'),
  check(
    'network/prefix-list-elsewhere',
    sources.ecsEndpoints,
    { fails: prefixList('10.0.2.0/24'), passes: prefixList('10.0.1.0/24') },
    groups,
  ),
  ruleCheck('network/no-inbound-rule', ''),
  ruleCheck('network/wrong-protocol', '{ protocol: udp, port: 443, source: sg-task }'),
  ruleCheck('network/wrong-port', '{ protocol: tcp, port: 80, source: sg-task }'),
  ruleCheck('network/own-group-as-source', '{ protocol: tcp, port: 443, source: sg-a }'),
  ruleCheck('network/cidr-elsewhere', '{ protocol: tcp, port: 443, source: 10.0.2.0/24 }'),
  ruleCheck('network/cidr-too-small', '{ protocol: tcp, port: 443, source: 10.0.1.0/25 }'),
  check(
    'network/other-group-as-source',
    sources.ecsEndpoints,
    {
      fails: groupAnswer('{ protocol: tcp, port: 443, source: sg-b }', '  sg-b: {}\n'),
      passes: groupAnswer(https, '  sg-b: {}\n'),
    },
    groups,
  ),
  check(
    'network/rule-under-outbound',
    sources.ecsEndpoints,
    { fails: groupAnswer('', `    outbound: [${https}]\n`), passes: groupAnswer(https, '    outbound: []\n') },
    groups,
  ),
  check(
    'network/rule-on-task-group',
    sources.ecsEndpoints,
    {
      fails: groupAnswer('', '  sg-task: { inbound: [{ protocol: tcp, port: 443, source: sg-a }] }\n'),
      passes: groupAnswer(https, '  sg-task: { inbound: [] }\n'),
    },
    groups,
  ),
  check(
    'network/logs-without-443',
    sources.ecsEndpoints,
    { fails: groupAnswer('').replace('ecr.api', 'logs'), passes: groupAnswer(https).replace('ecr.api', 'logs') },
    groups,
    'warning',
  ),
];

function ingress(source: string): string {
  return `${template('PrivateDnsEnabled: true')}      SecurityGroupIds: [!Ref Group]
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: HTTPS
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${source} }]
`;
}

function prefixList(cidr: string): string {
  return `${ingress('SourcePrefixListId: !Ref Tasks')}  Tasks:
    Type: AWS::EC2::PrefixList
    Properties: { AddressFamily: IPv4, MaxEntries: 1, PrefixListName: tasks, Entries: [{ Cidr: ${cidr} }] }
`;
}
