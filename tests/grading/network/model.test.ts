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

  const template = (more: string) =>
    `Resources:
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: vpc-workshop } }
  Use: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: subnet-private, RouteTableId: !Ref Table } }
  Gateway: { Type: 'AWS::EC2::InternetGateway' }
${more}`;
  const route = (target: string, table = '!Ref Table') =>
    template(
      `  Route: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: ${table}, DestinationCidrBlock: 0.0.0.0/0, ${target} } }\n`,
    );

  test.each([
    ['a NAT gateway', route('NatGatewayId: !Ref Nat'), 'network/reached-outside'],
    ['an internet gateway, without a public address', route('GatewayId: !Ref Gateway'), 'network/no-endpoint'],
    ['a transit gateway', route('TransitGatewayId: tgw-1'), 'network/depends-on'],
    ['a gateway of some kind', route('GatewayId: !ImportValue Gateway'), 'network/depends-on'],
    ['a route in another table', route('NatGatewayId: nat-1', 'rtb-other'), 'network/no-endpoint'],
    ['a route in a table that is not known', route('NatGatewayId: nat-1', '!ImportValue T'), 'network/depends-on'],
    [
      'a route of another range',
      route('NatGatewayId: nat-1').replace('0.0.0.0/0', '10.1.0.0/16'),
      'network/no-endpoint',
    ],
    [
      'a route of a range that is not known',
      route('NatGatewayId: nat-1').replace('0.0.0.0/0', '!ImportValue R'),
      'network/depends-on',
    ],
    [
      'a route of which a condition decides',
      `Parameters: { Stage: { Type: String } }\nConditions: { Out: !Equals [!Ref Stage, prod] }\n${route('NatGatewayId: nat-1').replace("Route', Prop", "Route', Condition: Out, Prop")}`,
      'network/depends-on',
    ],
  ])('of a template: %s', (_, text, code) => {
    expect(codeAt(start(text, described), secret)).toBe(code);
  });

  const configuration = (more: string) =>
    `resource "aws_route_table" "private" {\n vpc_id = "vpc-workshop"\n${more}
resource "aws_route_table_association" "private" {\n subnet_id = "subnet-private"\n route_table_id = aws_route_table.private.id\n}\n`;
  const inline = (target: string) => configuration(` route {\n  cidr_block = "0.0.0.0/0"\n  ${target}\n }\n}`);
  const lone = (more: string) =>
    configuration(`}\nresource "aws_route" "out" {\n destination_cidr_block = "0.0.0.0/0"\n ${more}\n}`);

  test.each([
    ['a route inside', inline('nat_gateway_id = aws_nat_gateway.a.id'), 'network/reached-outside'],
    ['an internet gateway', inline('gateway_id = aws_internet_gateway.a.id'), 'network/no-endpoint'],
    ['an internet gateway that is there', inline('gateway_id = data.aws_internet_gateway.a.id'), 'network/no-endpoint'],
    ['a variable gateway', inline('gateway_id = var.gateway'), 'network/depends-on'],
    [
      'the list form',
      configuration(' route = [{ cidr_block = "0.0.0.0/0", gateway_id = "", nat_gateway_id = "nat-1" }]\n}'),
      'network/reached-outside',
    ],
    [
      'a route of its own',
      lone('route_table_id = aws_route_table.private.id\n nat_gateway_id = "nat-1"'),
      'network/reached-outside',
    ],
    [
      'a route in another table',
      lone('route_table_id = aws_route_table.public.id\n nat_gateway_id = "nat-1"'),
      'network/depends-on',
    ],
    [
      'a route in a table from outside',
      lone('route_table_id = "rtb-public"\n nat_gateway_id = "nat-1"'),
      'network/no-endpoint',
    ],
    [
      'a route that may not exist',
      lone('count = var.out\n route_table_id = aws_route_table.private.id\n nat_gateway_id = "nat-1"'),
      'network/depends-on',
    ],
    [
      'the main table',
      'resource "aws_default_route_table" "main" {\n default_route_table_id = aws_vpc.main.default_route_table_id\n route {\n  cidr_block = "0.0.0.0/0"\n  nat_gateway_id = "nat-1"\n }\n}\n',
      'network/reached-outside',
    ],
  ])('of a configuration: %s', (_, text, code) => {
    expect(codeAt(start(text, described), secret)).toBe(code);
  });

  test('a file that moves the subnet to another table takes the given gateway from it', () => {
    const s3 = { service: 'com.amazonaws.ap-northeast-1.s3', type: 'Gateway', routeTables: ['rtb-private'] } as const;
    const withGateway = { ...given, vpc: { ...given.vpc, endpoints: [s3] } };
    expect(codeAt(start(template(''), withGateway), layers)).toBe('network/other-route-table');
    expect(codeAt(start(template('').replace('subnet-private', 'subnet-other'), withGateway), layers)).toBe(
      'network/reached-by-gateway',
    );
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

test('a loop over endpoints leaves open what it makes', () => {
  const loop = (type: string) => `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Services:
    - Service
    - [ssm, logs]
    - \${Service}Endpoint:
        Type: ${type}
        Properties: { VpcId: vpc-workshop, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.\${Service}' }
`;
  expect(grader.parse({ 'endpoints.yaml': loop('AWS::EC2::VPCEndpoint') }).diagnostics).toEqual([]);
  expect(codeAt(start(loop('AWS::EC2::VPCEndpoint')), secret)).toBe('network/depends-on');
  expect(codeAt(start(loop('AWS::SQS::Queue')), secret)).toBe('network/no-endpoint');
});

test('a fault of a block that is repeated is told once, and each of several where one text holds them', () => {
  const faults = (text: string) => {
    const { document } = grader.parse({ 'main.tf': text });
    return document === null ? [] : grader.lint(document).map(({ message }) => message.params);
  };
  const block = (more: string) =>
    `resource "aws_vpc_endpoint" "a" {\n  vpc_endpoint_type = "Interface"\n  ${more}\n}\n`;
  expect(faults(block('count = 3\n  service_name = "ssm"'))).toHaveLength(1);
  const name = '"com.amazonaws.${each.key}.ssm"';
  expect(faults(block(`for_each = toset(split(",", "aa,bb"))\n  service_name = ${name}`))).toHaveLength(2);
});

test('a text among the records of an output is told, not passed over', () => {
  const record = '- ServiceName: com.amazonaws.ap-northeast-1.logs\n  VpcEndpointType: Interface\n';
  const { diagnostics } = grader.parse({ 'endpoints.yaml': `- com.amazonaws.ap-northeast-1.ssm\n${record}` });
  expect(diagnostics.map(({ message, range }) => [message.code, range.start])).toEqual([['network/needs-keys', 2]]);
  expect(grader.parse({ 'endpoints.yaml': record }).diagnostics).toEqual([]);
});

test('an outbound rule with both a destination and a source goes to the destination', () => {
  const text = `endpoints: [{ service: com.amazonaws.ap-northeast-1.s3, routeTables: [rtb-private] }]
securityGroups:
  sg-task: { outbound: [{ protocol: tcp, port: 443, source: sg-task, destination: 0.0.0.0/0 }] }
`;
  expect(codeAt(start(text), layers)).toBe('network/reached-by-gateway');
});
