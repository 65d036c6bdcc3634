import { expect, test } from 'vitest';
import { networkGrader } from '../../../src/grading/network/grader.ts';
import type { NetworkScenario } from '../../../src/grading/network/scenario.ts';
import { scenarios } from './submissions.ts';

const given = scenarios.get('from-nothing') as NetworkScenario;
const services = ['ecr.api', 'ecr.dkr', 'logs', 'ssm', 'ssmmessages'];
const rule = '{ protocol: tcp, port: 443, source: sg-task }';

function answer(inbound = rule): string {
  const interfaces = services.map(
    (service) => `  - { service: com.amazonaws.<region>.${service}, securityGroups: [sg-a] }\n`,
  );
  const s3 = '  - { service: com.amazonaws.<region>.s3, routeTables: [rtb-private] }\n';
  return `endpoints:\n${interfaces.join('')}${s3}securityGroups:\n  sg-a: { inbound: [${inbound}] }\n`;
}

function start(text: string, changes: Partial<NetworkScenario> = {}) {
  const { document } = networkGrader.parse({ 'endpoints.yaml': text });
  if (document === null) throw new Error('not readable');
  return networkGrader.simulate(document, { ...given, ...changes }).trace;
}

const outcomes = (trace: ReturnType<typeof start>) => trace.map(({ operation, outcome }) => `${operation} ${outcome}`);

test('the task calls in the order in which Fargate does', () => {
  expect(outcomes(start(answer()))).toEqual([
    'get-secret allowed',
    'get-registry-auth allowed',
    'check-logs allowed',
    'get-manifest allowed',
    'get-layers allowed',
    'open-exec-channel allowed',
  ]);
});

test('what the task does not use it does not call', () => {
  const task = { ...given.task, secrets: [], logDriver: 'splunk', executeCommand: false } as const;
  expect(outcomes(start(answer(), { task }))).toEqual([
    'get-registry-auth allowed',
    'get-manifest allowed',
    'get-layers allowed',
  ]);
});

test('a secret of Secrets Manager needs another endpoint', () => {
  const secrets = [{ name: 'A', valueFrom: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:a-AbCdEf' }];
  const [step] = start(answer(), { task: { ...given.task, secrets } });
  expect(step).toMatchObject({
    outcome: 'denied',
    call: 'secretsmanager GetSecretValue → com.amazonaws.ap-northeast-1.secretsmanager',
  });
  expect(step?.said).toContain('unable to retrieve secret from asm');
  expect(step?.said).toContain(secrets[0]?.valueFrom);
});

test('the address that ECS prints tells a missing endpoint from a closed group', () => {
  const login = (trace: ReturnType<typeof start>) => trace.find(({ operation }) => operation === 'get-registry-auth');
  expect(login(start('endpoints: []'))?.said).toContain('dial tcp 203.0.113.10:443: i/o timeout');
  expect(login(start(answer('')))?.said).toContain('dial tcp 10.0.1.15:443: i/o timeout');
});

test('no text that AWS prints has a gap', () => {
  for (const { said, call } of start('endpoints: []')) expect(`${said}${call}`).not.toMatch(/[{}]/);
});

test.each([
  [{ main: ['linux/amd64', 'linux/arm64'] }, 'allowed', ''],
  [{ other: ['linux/amd64'] }, 'denied', 'main: not found'],
  [{ main: ['linux/arm64'] }, 'denied', "does not contain descriptor matching platform 'linux/amd64'"],
  [{}, 'denied', 'not found'],
])('the registry holds %j', (published: Record<string, string[]>, outcome, said) => {
  const step = start(answer(), { registry: { published } }).find(({ operation }) => operation === 'get-manifest');
  expect(step?.outcome).toBe(outcome);
  expect(step?.said).toContain(said);
});

test('an image from elsewhere is out of reach of any endpoint', () => {
  const task = { ...given.task, image: 'nginx:latest' };
  const step = start(answer(), { task }).find(({ operation }) => operation === 'get-manifest');
  expect(step?.message.code).toBe('network/registry-out-of-reach');
});

test('with a way out nothing needs an endpoint', () => {
  const trace = start('endpoints: []', { vpc: { ...given.vpc, natGateway: true } });
  expect(new Set(trace.map(({ outcome }) => outcome))).toEqual(new Set(['allowed']));
});

test('without DNS in the VPC no endpoint is found by its name', () => {
  const trace = start(answer(), { vpc: { ...given.vpc, enableDnsHostnames: false } });
  expect(outcomes(trace)).toContain('get-secret denied');
  expect(outcomes(trace)).toContain('get-layers allowed');
});

test('what decides is underlined: the service and the rule', () => {
  const text = answer();
  const [step] = start(text);
  const decided = step?.decidedBy.map(({ start: from, end }) => text.slice(from, end));
  expect(decided).toEqual(['com.amazonaws.<region>.ssm', rule]);
});

test('what depends on something outside the file is unknown', () => {
  const text = `Parameters:
  Task: { Type: 'AWS::EC2::SecurityGroup::Id' }
Resources:
  Ssm:
    Type: AWS::EC2::VPCEndpoint
    Properties: { VpcId: vpc-workshop, ServiceName: !Sub 'com.amazonaws.\${AWS::Region}.ssm', VpcEndpointType: Interface, PrivateDnsEnabled: true, SecurityGroupIds: [!Ref Group] }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: HTTPS
      SecurityGroupIngress: { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Task }
`;
  expect(start(text)[0]).toMatchObject({ outcome: 'unknown', message: { params: { name: 'Task', service: 'ssm' } } });
});
