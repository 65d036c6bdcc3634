import { describe, expect, test } from 'vitest';
import type { Files } from '../../../src/grading/core/types.ts';
import { homeOf } from '../../../src/grading/network/image.ts';
import { judgeServiceName } from '../../../src/grading/network/judge-service.ts';
import type { NetworkScenario } from '../../../src/grading/network/scenario.ts';
import { grader, scenarios } from './submissions.ts';

const given = scenarios.get('from-nothing') as NetworkScenario;
const described = { ...given, vpc: { ...given.vpc, routes: 'described' } } as const;

function start(files: Files | string, scenario: NetworkScenario = given) {
  const { document, diagnostics } = grader.parse(typeof files === 'string' ? { 'endpoints.yaml': files } : files);
  if (document === null) throw new Error(JSON.stringify(diagnostics));
  return grader.simulate(document, scenario).trace;
}

const [secret, layers] = ['get-secret', 'get-layers'] as const;
const codeAt = (trace: ReturnType<typeof start>, at: string) =>
  trace.find(({ operation }) => operation === at)?.message.code;

const ssm = (more: string) =>
  `VpcEndpoints: [{ ServiceName: com.amazonaws.ap-northeast-1.ssm, VpcEndpointType: Interface, PrivateDnsEnabled: true, State: available, ${more} }]\n`;
const group = (rule: string, id = 'sg-1') =>
  `SecurityGroups: [{ GroupId: ${id}, GroupName: ${id === 'sg-0' ? 'default' : 'other'}, IpPermissions: [${rule}] }]\n`;
const https = (peer: string) => `{ IpProtocol: tcp, FromPort: 443, ToPort: 443, ${peer} }`;

describe('ways out of the subnet', () => {
  const tables = (route: string, association = 'SubnetId: subnet-private') =>
    `RouteTables: [{ RouteTableId: rtb-1, Associations: [{ ${association} }], Routes: [${route}] }]\nVpcEndpoints: []\n`;

  test.each([
    ['DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1', 'network/reached-outside'],
    ['DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1, State: blackhole', 'network/no-endpoint'],
    ['DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1', 'network/no-endpoint'],
    ['DestinationCidrBlock: 10.0.0.0/16, GatewayId: local', 'network/no-endpoint'],
    ['DestinationCidrBlock: 0.0.0.0/0, TransitGatewayId: tgw-1', 'network/depends-on'],
  ])('%s', (route, code) => {
    expect(codeAt(start(tables(`{ ${route} }`), described), secret)).toBe(code);
  });

  test('routes of the file count where the scenario says so alone', () => {
    const text = tables('{ DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1 }');
    expect(codeAt(start(text), secret)).toBe('network/no-endpoint');
  });

  test('the main table serves the subnets without one', () => {
    const text = tables('{ DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1 }', 'Main: true');
    expect(codeAt(start(text, described), secret)).toBe('network/reached-outside');
  });

  test('a name that resolves to an endpoint leads there, whatever way out there is', () => {
    const nat = { ...given, vpc: { ...given.vpc, natGateway: true } };
    expect(codeAt(start(ssm('Groups: [{ GroupId: sg-1 }]') + group(''), nat), secret)).toBe('network/no-inbound-rule');
  });

  test('a described route to the gateway endpoint stands for its association', () => {
    const s3 =
      'VpcEndpoints: [{ VpcEndpointId: vpce-1, ServiceName: com.amazonaws.ap-northeast-1.s3, VpcEndpointType: Gateway, State: available }]\n';
    const table = (target: string) =>
      `RouteTables: [{ RouteTableId: rtb-private, Routes: [{ DestinationPrefixListId: pl-1, GatewayId: ${target} }] }]\n`;
    expect(codeAt(start(s3 + table('vpce-1')), layers)).toBe('network/reached-by-gateway');
    expect(codeAt(start(s3 + table('vpce-2')), layers)).toBe('network/no-route-table');
  });
});

describe('groups', () => {
  test('an endpoint without groups has the described default group', () => {
    expect(codeAt(start(ssm('Groups: []') + group(https('IpRanges: [{ CidrIp: 10.0.0.0/16 }]'), 'sg-0')), secret)).toBe(
      'network/reached',
    );
    expect(codeAt(start(ssm('Groups: []') + group('', 'sg-0')), secret)).toBe('network/no-inbound-rule');
  });

  test('a task in the default group is a member like its endpoints', () => {
    const member = { ...given, taskSecurityGroup: { ...given.taskSecurityGroup, id: 'default' } };
    expect(codeAt(start(ssm('Groups: []'), member), secret)).toBe('network/reached');
  });

  test('a prefix list stands for the ranges that are known of it', () => {
    const text = ssm('Groups: [{ GroupId: sg-1 }]') + group(https('PrefixListIds: [{ PrefixListId: pl-1 }]'));
    const lists = (cidrs: readonly string[]) => ({ ...given, vpc: { ...given.vpc, prefixLists: { 'pl-1': cidrs } } });
    expect(codeAt(start(text), secret)).toBe('network/undefined-prefix-list');
    expect(codeAt(start(text, lists(['10.0.1.0/25', '10.0.1.128/25'])), secret)).toBe('network/reached');
    expect(codeAt(start(text, lists(['10.0.1.0/25'])), secret)).toBe('network/prefix-list-elsewhere');
  });

  test('outbound ranges add up, for endpoints and for public addresses', () => {
    const rules = ['0.0.0.0/1', '128.0.0.0/1'].map((cidr) => https(`IpRanges: [{ CidrIp: ${cidr} }]`)).join(', ');
    const task = (outbound: string) =>
      `SecurityGroups: [{ GroupId: sg-task, IpPermissions: [], IpPermissionsEgress: [${outbound}] }]\nVpcEndpoints: [{ ServiceName: com.amazonaws.ap-northeast-1.s3, VpcEndpointType: Gateway, State: available, RouteTableIds: [rtb-private] }]\n`;
    expect(codeAt(start(task(rules)), layers)).toBe('network/reached-by-gateway');
    expect(codeAt(start(task(https('IpRanges: [{ CidrIp: 0.0.0.0/1 }]'))), layers)).toBe('network/egress-closed');
  });
});

describe('endpoint policies', () => {
  const withPolicy = (statement: string) =>
    ssm(`Groups: [{ GroupId: sg-1 }], PolicyDocument: '{"Statement": [${statement}]}'`) +
    group(https('IpRanges: [{ CidrIp: 10.0.0.0/16 }]'));
  const allow = (more: string) => `{"Effect": "Allow", "Principal": "*", "Action": "ssm:Get*", "Resource": "*"${more}}`;

  test.each([
    [allow(''), 'network/reached'],
    [allow(', "Condition": {"StringEquals": {"aws:SourceVpc": "vpc-workshop"}}'), 'network/reached'],
    [
      allow(', "Condition": {"StringEquals": {"aws:PrincipalAccount": "999999999999"}}'),
      'network/endpoint-policy-refuses',
    ],
    [allow(', "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}'), 'network/endpoint-policy-open'],
    [
      '{"Effect": "Allow", "Principal": "*", "Action": "ssm:Get*", "Resource": "arn:aws:ssm:*:*:parameter/other/*"}',
      'network/endpoint-policy-refuses',
    ],
    ['{"Effect": ', 'network/endpoint-policy-open'],
  ])('%s', (statement, code) => {
    expect(codeAt(start(withPolicy(statement)), secret)).toBe(code);
  });
});

test('outputs and configurations may stand in several files', () => {
  const files = {
    'endpoints.yaml': ssm('Groups: [{ GroupId: sg-1 }]'),
    'groups.yaml': group(https('IpRanges: [{ CidrIp: 10.0.0.0/16 }]')),
  };
  expect(codeAt(start(files), secret)).toBe('network/reached');
  const configuration = {
    'main.tf':
      'resource "aws_vpc_endpoint" "s3" {\n  service_name = "com.amazonaws.${var.region}.s3"\n  route_table_ids = ["rtb-private"]\n}\n',
    'variables.tf': 'variable "region" {\n  default = "ap-northeast-1"\n}\n',
  };
  expect(codeAt(start(configuration), layers)).toBe('network/reached-by-gateway');
});

test.each([
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/a:1', 'ecr', 'cn-north-1'],
  ['111122223333.dkr.ecr.cn-north-1.amazonaws.com/a:1', 'other', ''],
  ['111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/a', 'ecr', 'eusc-de-east-1'],
  ['public.ecr.aws/nginx/nginx', 'ecr-public', ''],
  ['nginx', 'other', ''],
])('the image %s', (image, kind, region) => {
  expect(homeOf(image)).toMatchObject({ kind, region });
});

test('names of China begin with cn in China alone', () => {
  expect(judgeServiceName('cn.com.amazonaws.cn-north-1.ecr.api').kind).toBe('named');
  expect(judgeServiceName('cn.com.amazonaws.ap-northeast-1.ecr.api')).toEqual({
    kind: 'malformed',
    meant: 'com.amazonaws.ap-northeast-1.ecr.api',
  });
});
