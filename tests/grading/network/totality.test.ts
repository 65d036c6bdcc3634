import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic, GradeReport } from '../../../src/grading/core/types.ts';
import { grade } from './submissions.ts';

const id = 'network-from-nothing';

/** What holds of every report, whatever the text. */
function expectSoundReport(text: string): GradeReport {
  const report = grade(id, text);
  const ranges = [...report.diagnostics.flatMap(rangesOf), ...report.trace.flatMap(({ decidedBy }) => decidedBy)];
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(Math.max(1, text.length));
  }
  const crossed = structuredClone(report);
  if (text.length < 1_000) {
    expect(crossed).toEqual(report);
    expect(grade(id, text)).toEqual(report);
  }
  return report;
}

function rangesOf({ range, related, fixes }: Diagnostic) {
  return [range, ...related, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range))];
}

/** Pieces that files of endpoints are made of, and a few that have no place in them. */
const pieces = fc.constantFrom(
  'endpoints:',
  'securityGroups:',
  '\n',
  '\n  ',
  '\n    - ',
  '- ',
  '* ',
  '・',
  '1. ',
  'service: ',
  'type: ',
  'Interface',
  'Gateway',
  'com.amazonaws.<region>.ecr.api',
  'com.amazonaws.ap-northeast-1.s3',
  'inbound:',
  '{ protocol: tcp, port: 443, source: sg-task }',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '`',
  ':',
  '：',
  '４４３',
  '\t',
  '\r\n',
  '&a ',
  '*a',
  '!Sub ',
  '!Ref X',
  '!If [a, b, c]',
  '${AWS::Region}',
  'Resources:',
  'Conditions:',
  'Type: AWS::EC2::VPCEndpoint',
  'Type: AWS::EC2::SecurityGroup',
  'Properties:',
  'VpcEndpoints:',
  'Groups:',
  'Fn::Sub: ',
  'Ref: ',
  'a',
  '443',
  '10.0.1.0/24',
  'null',
  '---',
  '# c',
  '\ufeff',
  '😀',
  '\u3000',
  '<<: ',
  '? ',
  '|',
  '>-',
);

describe('any text gives a report', { timeout: 60_000 }, () => {
  test('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void expectSoundReport(text)),
      { numRuns: 200 },
    );
  });

  test('random pieces', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => void expectSoundReport(parts.join(''))),
      { numRuns: 600 },
    );
  });

  test('JSON of any shape, under the keys that are read', () => {
    const key = fc.constantFrom(
      'endpoints',
      'securityGroups',
      'service',
      'inbound',
      'source',
      'Resources',
      'Type',
      'Properties',
      'VpcEndpoints',
      'Groups',
      'Ref',
      'Fn::If',
      'Fn::Join',
      'Conditions',
      'Parameters',
      'Default',
      'SecurityGroups',
      'IpPermissions',
      'ServiceName',
      '__proto__',
      'toString',
    );
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('AWS::EC2::VPCEndpoint', 'AWS::Region', '-1'),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => void expectSoundReport(JSON.stringify(value))),
      { numRuns: 400 },
    );
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['a byte order mark alone', '\ufeff'],
    ['deep brackets', '['.repeat(100_000)],
    ['deep dashes', '- '.repeat(100_000)],
    ['deep mappings', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}k:\n`).join('')],
    ['an alias of itself', 'endpoints: &a\n  - *a\n'],
    [
      'conditions in a circle',
      'Conditions:\n  A: !Condition B\n  B: !Not [!Condition A]\nResources:\n  E: { Type: AWS::EC2::VPCEndpoint, Condition: A }\n',
    ],
    [
      'a mapping that looks itself up',
      endpointWith('!FindInMap [m, a, b]', 'Mappings:\n  m: { a: { b: !FindInMap [m, a, b] } }\n'),
    ],
    [
      'a long chain of conditions',
      `Conditions:\n${Array.from({ length: 9_000 }, (_, n) => `  C${n}: !Not [!Condition C${n + 1}]\n`).join('')}Resources:\n  E: { Type: AWS::EC2::VPCEndpoint, Condition: C0 }\n`,
    ],
    ['functions that double a text forty times', endpointWith(doubled(40))],
    ['a long text between many', endpointWith(`!Join [${'x'.repeat(500_000)}, [${'a,'.repeat(90_000)}a]]`)],
    [
      'a long parameter, named often',
      endpointWith(
        `!Sub "${'${P}'.repeat(100_000)}"`,
        `Parameters:\n  P: { Type: String, Default: ${'x'.repeat(500_000)} }\n`,
      ),
    ],
    ['one long line', 'a'.repeat(1_048_576)],
    ['too long', 'a'.repeat(1_048_577)],
    [
      'prototypes as functions',
      'Resources: { E: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: !Ref constructor, VpcId: !constructor x } } }\n',
    ],
    ['a prototype as a key', '__proto__: { endpoints: [] }\nconstructor: 1\n'],
  ])('%s', (_name, text) => {
    expectSoundReport(text);
  });
});

/** A template with one endpoint, whose service name is an expression. */
function endpointWith(serviceName: string, before = ''): string {
  return `${before}Resources:\n  E: { Type: AWS::EC2::VPCEndpoint, Properties: { ServiceName: ${serviceName} } }\n`;
}

function doubled(times: number): string {
  return Array(times)
    .fill(null)
    .reduce<string>((inner) => `!Sub ['\${a}\${a}', { a: ${inner} }]`, 'x');
}

/** Each takes a second or two; what grows with the square takes minutes, and its time limit. */

describe('a long text takes time in proportion to its length', () => {
  const endpoint = (index: number) =>
    `  - service: com.amazonaws.ap-northeast-1.ecr.apj${index}\n    securityGroups: [sg-${index}]\n`;
  const group = (index: number) => `  sg-${index}:\n    inbound: [{ protocol: tcp, port: 80, source: sg-${index} }]\n`;
  const resource = (index: number) =>
    `  E${index}:\n    Type: AWS::EC2::VPCEndpoint\n    Properties: { VpcId: v, ServiceName: !Sub "com.amazonaws.\${AWS::Region}.ssm", VpcEndpointType: Interface, SecurityGroupIds: [!Ref E${index}] }\n`;
  const table = (index: number) =>
    `  U${index}: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: s${index}, RouteTableId: r${index} } }
  R${index}: { Type: AWS::EC2::Route, Properties: { RouteTableId: r${index}, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: n } }
  S${index}: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: v, ServiceName: com.amazonaws.ap-northeast-1.s3, RouteTableIds: [r${index}] } }\n`;
  const rule = (peer: string, side = 'source') => `      - { protocol: tcp, port: 443, ${side}: ${peer} }\n`;
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');

  test.each<[string, string]>([
    ['5,000 endpoints and groups', `endpoints:\n${many(5_000, endpoint)}securityGroups:\n${many(5_000, group)}`],
    ['5,000 endpoints of one service', many(5_000, () => '- com.amazonaws.ap-northeast-1.ecr.api\n')],
    ['4,000 resources', `Resources:\n${many(4_000, resource)}`],
    ['3,000 tables, associations, routes and gateways', `Resources:\n${many(3_000, table)}`],
    ['10,000 bullets', many(10_000, () => '・`com.amazonaws.<region>.logs`\n')],
    ['60,000 keys', many(60_000, (index) => `key${index}: 1\n`)],
    ['20,000 JSON texts', many(20_000, () => '{}\n')],
    ['more lines than are read', many(200_000, () => 'a: b\n')],
    [
      '4,000 endpoints with a group of 8,000 rules',
      `endpoints:\n${many(4_000, () => `  - { service: com.amazonaws.ap-northeast-1.ecr.api, securityGroups: [sg-a] }\n`)}securityGroups:\n  sg-a:\n    inbound:\n${many(8_000, () => rule('10.9.0.0/16'))}`,
    ],
    [
      'an endpoint that names a group of 8,000 rules 20,000 times',
      `endpoints:\n  - { service: com.amazonaws.ap-northeast-1.ecr.api, securityGroups: [${'sg-a,'.repeat(20_000)}] }\nsecurityGroups:\n  sg-a:\n    inbound:\n${many(8_000, () => rule('10.9.0.0/16'))}`,
    ],
    [
      '6,000 rules of the task that lead to none of 10,000 groups',
      `endpoints:\n  - { service: com.amazonaws.ap-northeast-1.ecr.api, securityGroups: [${many(10_000, (n) => `g${n},`)}] }\nsecurityGroups:\n  sg-task:\n    outbound:\n${many(6_000, (n) => rule(`h${n}`, 'destination'))}${many(10_000, (n) => `  g${n}: {}\n`)}`,
    ],
    ['100,000 full-width characters', `- ${'：'.repeat(100_000)}`],
  ])('%s', { timeout: 60_000 }, (_name, text) => {
    expect(grade(id, text).verdict).not.toBe('passed');
  });
});
