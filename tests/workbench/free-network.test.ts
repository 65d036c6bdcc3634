import { describe, expect, it } from 'vitest';
import { findExercise } from '../../src/exercises/loader.ts';
import { grade } from '../../src/grading/index.ts';
import { needsIn, readNeeds, usualNeeds } from '../../src/workbench/free-network/needs.ts';
import { networkLinks } from '../../src/workbench/free-network/network-link.ts';
import { endpointsFile, exerciseOf } from '../../src/workbench/free-network/network-scenario.ts';
import { maxFragmentLength } from '../../src/workbench/sharing/packed.ts';

const solution = findExercise('network-from-nothing')?.solutions.get('1-six-endpoints')?.[endpointsFile] ?? '';

async function outcomes(text: string, change: Partial<typeof usualNeeds> = {}): Promise<readonly string[]> {
  const { exercise } = exerciseOf(text, { ...usualNeeds, ...change });
  const { trace } = await grade(exercise, { [endpointsFile]: text });
  return trace.map(({ operation, outcome }) => `${operation} ${outcome}`);
}

describe('a task of the network workbench', () => {
  it('starts with the endpoints that it needs', async () => {
    expect(await outcomes(solution, { exec: true })).toEqual([
      'get-secret allowed',
      'get-registry-auth allowed',
      'check-logs allowed',
      'get-manifest allowed',
      'get-layers allowed',
      'open-exec-channel allowed',
    ]);
  });

  it('calls what is chosen, and nothing else', async () => {
    expect(await outcomes(solution, { secrets: 'none', logs: false })).toEqual([
      'get-registry-auth allowed',
      'get-manifest allowed',
      'get-layers allowed',
    ]);
    expect(await outcomes(solution, { secrets: 'secretsmanager' })).toContain('get-secret denied');
  });

  it('is in the region, the group and the route table of the form', async () => {
    expect(await outcomes(solution, { region: 'eu-central-1' })).toContain('get-registry-auth denied');
    expect(await outcomes(solution, { group: 'sg-other' })).toContain('check-logs denied');
    expect(await outcomes(solution, { routeTable: 'rtb-0123456789abcdef0' })).toContain('get-layers denied');
  });

  it.each([
    ['region', ''],
    ['cidr', '10.0.1'],
    ['group', ' '],
    ['region', '../..'],
    ['cidr', '999.1.1.1/99'],
  ] as const)('is tried although its %s is %j', async (field, value) => {
    expect((await outcomes(solution, { [field]: value })).length).toBeGreaterThan(3);
  });
});

describe('a text that is pasted', () => {
  it('says its region and its route table', () => {
    const text = 'ServiceName: com.amazonaws.eu-west-1.s3\nRouteTableIds: [rtb-0a1b2c3d4e5f60718]';
    expect(needsIn(text)).toEqual({ region: 'eu-west-1', routeTable: 'rtb-0a1b2c3d4e5f60718' });
    expect(needsIn('nothing')).toEqual({});
  });

  it.each([
    [
      'a template',
      'Resources:\n  Public:\n    Type: AWS::EC2::RouteTable\n  Own:\n    Type: AWS::EC2::RouteTable\n  S3:\n    Properties:\n      RouteTableIds:\n        - !Ref Own\n',
      'Own',
    ],
    [
      'a template in JSON',
      '{"Resources": {"Own": {"Type": "AWS::EC2::RouteTable"}, "S3": {"Properties": {"RouteTableIds": [{"Ref": "Own"}]}}}}',
      'Own',
    ],
    [
      'a configuration',
      'resource "aws_route_table" "own" {}\nresource "aws_vpc_endpoint" "s3" {\n  route_table_ids = [aws_route_table.own.id]\n}\n',
      'aws_route_table.own',
    ],
    [
      'a table from outside',
      'Parameters:\n  Given:\n    Type: String\nResources:\n  S3:\n    Properties:\n      RouteTableIds: [!Ref Given]\n',
      undefined,
    ],
    ['a table without an endpoint', 'Resources:\n  Own:\n    Type: AWS::EC2::RouteTable\n', undefined],
  ])('says the table that it defines for its gateway: %s', (_, text, table) => {
    expect(needsIn(text).routeTable).toBe(table);
  });
});

describe('a link', () => {
  it('carries endpoints and needs', async () => {
    const network = { text: solution, needs: { ...usualNeeds, exec: true } };
    const fragment = await networkLinks.write(network);
    expect(fragment.length).toBeLessThan(maxFragmentLength);
    expect(await networkLinks.read(fragment)).toEqual({ kind: 'shared', shared: network });
  });

  it.each([
    ['', 'none'],
    ['#policy=abc', 'none'],
    ['#network=', 'damaged'],
    ['#network=%%%', 'damaged'],
    [`#network=${'A'.repeat(9_000)}`, 'too-long'],
  ])('%s is %s', async (fragment, kind) => {
    expect(await networkLinks.read(fragment)).toEqual({ kind });
  });

  it('with needs of another shape takes nothing', async () => {
    const fragment = await networkLinks.write({ text: '', needs: { ...usualNeeds, logs: 'yes' } as never });
    expect(await networkLinks.read(fragment)).toEqual({ kind: 'damaged' });
    expect(readNeeds(null)).toBeNull();
  });
});
