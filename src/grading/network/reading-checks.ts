import type { Check, Example } from '../core/rule.ts';
import { sources } from './facts/sources.ts';

const short = '- com.amazonaws.ap-northeast-1.ssm\n';

/** A mapping of the long form around one line. */
function endpoint(line: string): string {
  return `endpoints:\n  - service: com.amazonaws.ap-northeast-1.ssm\n    ${line}\n`;
}

function check(code: Check['code'], source: Check['source'], example: Example): Check {
  return { code, severity: 'error', source, example };
}

/** What keeps a file from being read, or has no place in it. */
export const readingChecks: readonly Check[] = [
  check('network/tab-indentation', sources.yaml, { fails: `endpoints:\n\t${short}`, passes: `endpoints:\n  ${short}` }),
  check('network/unclosed-quote', sources.yaml, {
    fails: endpoint('type: "Interface'),
    passes: endpoint('type: "Interface"'),
  }),
  check('network/not-yaml', sources.yaml, {
    fails: 'endpoints: [a, b\nc: d\n',
    passes: 'endpoints: [com.amazonaws.ap-northeast-1.ssm]\n',
  }),
  check('network/not-terraform', sources.hcl, {
    fails: 'resource "aws_vpc_endpoint" "ssm" {\n  vpc_id = "vpc-workshop\n}\n',
    passes: 'resource "aws_vpc_endpoint" "ssm" {\n  vpc_id = "vpc-workshop"\n}\n',
  }),
  check('network/duplicate-key', sources.yaml, {
    fails: endpoint('service: com.amazonaws.ap-northeast-1.logs'),
    passes: endpoint('type: Interface'),
  }),
  check('network/too-deep', sources.yaml, { fails: `${'['.repeat(600)}${']'.repeat(600)}`, passes: short }),
  check('network/too-many-aliases', sources.yaml, {
    fails: aliasBomb(),
    passes: '- &a com.amazonaws.ap-northeast-1.ssm\n- *a\n',
  }),
  check('network/too-many-parts', sources.yaml, {
    fails: `- [${'a,'.repeat(100_000)}]\n`,
    passes: `- [${'a,'.repeat(9)}]\n`,
  }),
  check('network/functions-without-bound', sources.templateFunctions, {
    fails: `Resources:\n  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: ${growing(24)} } }\n`,
    passes: `Resources:\n  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: ${growing(3)} } }\n`,
  }),
  check('network/unknown-alias', sources.yaml, {
    fails: '- *ssm\n',
    passes: '- &a com.amazonaws.ap-northeast-1.ssm\n- *a\n',
  }),
  check('network/no-list', sources.createEndpoint, { fails: short.slice(2), passes: short }),
  check('network/unknown-key', sources.createEndpoint, {
    fails: endpoint('owner: me'),
    passes: endpoint('# owner: me'),
  }),
  check('network/misspelt-key', sources.createEndpoint, {
    fails: endpoint('private_dns: true'),
    passes: endpoint('privateDns: true'),
  }),
  check('network/missing-key', sources.createEndpoint, {
    fails: 'endpoints:\n  - type: Interface\n',
    passes: endpoint('type: Interface'),
  }),
  check('network/needs-list', sources.createEndpoint, {
    fails: endpoint('securityGroups: sg-a'),
    passes: endpoint('securityGroups: [sg-a]'),
  }),
  check('network/needs-keys', sources.createEndpoint, {
    fails: 'endpoints: []\nsecurityGroups:\n  sg-a: tcp\n',
    passes: 'endpoints: []\nsecurityGroups:\n  sg-a: {}\n',
  }),
  check('network/needs-boolean', sources.createEndpoint, {
    fails: endpoint('privateDns: yes'),
    passes: endpoint('privateDns: true'),
  }),
  check('network/needs-text', sources.createEndpoint, {
    fails: endpoint('securityGroups: [443]'),
    passes: endpoint('securityGroups: ["443"]'),
  }),
  check('network/needs-choice', sources.createEndpoint, {
    fails: endpoint('type: interface'),
    passes: endpoint('type: Interface'),
  }),
  check('network/unresolved-reference', sources.templateFunctions, {
    fails: 'Resources:\n  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc } }\n',
    passes:
      'Parameters:\n  Vpc: { Type: String }\nResources:\n  Ssm: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: !Ref Vpc } }\n',
  }),
];

/** Functions in each other, each of which names the one inside it twice. */
function growing(levels: number): string {
  return Array(levels)
    .fill('')
    .reduce((inner: string) => `!Sub ['\${a}\${a}', { a: ${inner} }]`, 'vpc');
}

function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `k${level + 1}: &k${level + 1} [${`*k${level}, `.repeat(9)}]`);
  return ['k0: &k0 [ssm]', ...levels, ''].join('\n');
}
