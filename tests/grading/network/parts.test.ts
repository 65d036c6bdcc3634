import { describe, expect, test } from 'vitest';
import { addressIn, blockWithin, coverage, isSameBlock, parseCidr } from '../../../src/grading/network/cidr.ts';
import { peerKind } from '../../../src/grading/network/group-rule.ts';
import { judgeServiceName } from '../../../src/grading/network/judge-service.ts';
import { readMarkdown } from '../../../src/grading/network/read/markdown.ts';
import { readPlainList } from '../../../src/grading/network/read/plain-list.ts';
import { readPorts, readPortsBetween } from '../../../src/grading/network/read/ports.ts';
import { splitText } from '../../../src/grading/network/read/segments.ts';
import { readTrees } from '../../../src/grading/network/read/yaml.ts';

const name = (service: string, region = 'ap-northeast-1') => `com.amazonaws.${region}.${service}`;

test.each([
  ['10.0.1.0/24', ['10.0.0.0/16'], 'all'],
  ['10.0.1.0/24', ['0.0.0.0/0'], 'all'],
  ['10.0.1.0/24', ['10.0.1.128/25', '10.0.1.0/25'], 'all'],
  ['10.0.1.0/24', ['10.0.1.77/24'], 'all'],
  ['10.0.1.0/24', ['10.0.1.0/26'], 'some'],
  ['10.0.1.0/24', ['10.0.1.0/26', '10.0.1.128/25'], 'some'],
  ['10.0.1.0/24', ['10.0.2.0/24', '::/0'], 'none'],
  ['10.0.1.0/24', [], 'none'],
] as const)('%s is covered by %j: %s', (target, cidrs, expected) => {
  expect(coverage(target, cidrs)).toBe(expected);
});

test.each(['10.0.1.0', '10.0.1.0/33', '10.0.256.0/24', '10.0.1/24', 'sg-task', '', '1.2.3.4/024', '::/129'])(
  '%j is no block',
  (text) => {
    expect(parseCidr(text)).toBeNull();
  },
);

test.each([
  ['sg-task', 'group'],
  ['web:https', 'group'],
  ['10.0.1.0/24', 'cidr'],
  ['::/0', 'cidr'],
  ['pl-0123', 'prefix-list'],
  ['10.0.1.0', 'neither'],
  ['10.0.1.0/abc', 'neither'],
  ['fe80::1', 'neither'],
] as const)('the source %s is of the kind %s', (text, kind) => {
  expect(peerKind({ text, range: { file: 'f', start: 0, end: text.length }, dependsOn: null })).toBe(kind);
});

test('addresses are counted from the beginning of the block', () => {
  expect(addressIn('10.0.1.0/24', 15)).toBe('10.0.1.15');
});

test.each([
  ['443', { kind: 'span', from: 443, to: 443 }],
  ['0-65535', { kind: 'span', from: 0, to: 65_535 }],
  ['ALL', { kind: 'all' }],
  ['-1', { kind: 'all' }],
  ['65535-0', { kind: 'unread', text: '65535-0' }],
  ['65536', { kind: 'unread', text: '65536' }],
  ['https', { kind: 'unread', text: 'https' }],
])('the port %s', (text, expected) => {
  expect(readPorts(text, { file: 'f', start: 0, end: 3 })).toMatchObject(expected);
});

describe('service names and what is taken for one', () => {
  test.each([
    ['api.ecr.ap-northeast-1.amazonaws.com', name('ecr.api')],
    ['111122223333.dkr.ecr.ap-northeast-1.amazonaws.com', name('ecr.dkr')],
    ['https://logs.us-east-1.amazonaws.com/', name('logs', 'us-east-1')],
    ['ecr.ap-northeast-1.amazonaws.com', null],
  ])('the host name %s', (written, meant) => {
    expect(judgeServiceName(written)).toEqual({ kind: 'host-name', meant });
  });

  test.each([
    ['ecr.api', name('ecr.api', '<region>')],
    ['com.amazonaws.ecr.api', name('ecr.api', '<region>')],
    ['amazonaws.ap-northeast-1.ssm', name('ssm')],
    ['com.amazon.ap-northeast-1.ssm', name('ssm')],
    [`${name('ssm')}, ${name('logs')}`, null],
    ['nonsense', null],
  ])('%s lacks a part', (written, meant) => {
    expect(judgeServiceName(written)).toEqual({ kind: 'malformed', meant });
  });

  test.each([
    ['ecr.drk', 'misspelt', 'ecr.dkr'],
    ['dkr.ecr', 'misspelt', 'ecr.dkr'],
    ['ssmmessage', 'misspelt', 'ssmmessages'],
    ['ECR.API', 'misspelt', 'ecr.api'],
    ['log', 'misspelt', 'logs'],
  ])('%s is a slip', (written, kind, meant) => {
    expect(judgeServiceName(name(written))).toMatchObject({ service: { kind, meant } });
  });

  test.each([
    ['ecr.drk', true],
    ['secretmanger', true],
    ['cloudwatch-logs', true],
    ['SSM', true],
    ['log', false],
    ['ecx', false],
  ])('%s can only be a slip: %s', (written, certain) => {
    expect(judgeServiceName(name(written))).toMatchObject({ service: { kind: 'misspelt', certain } });
  });

  test.each(['evs', 's3express', 'logs-fips', 'timestream.ingest-cell1'])('%s is a service', (service) => {
    expect(judgeServiceName(name(service))).toMatchObject({ service: { kind: 'known' } });
  });

  test.each(['constructor', '__proto__', 'toString'])('%s is a name like any other', (written) => {
    expect(judgeServiceName(name(written))).toMatchObject({ service: { kind: 'unknown' } });
  });

  test.each([
    'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
    'com.amazonaws.cloudfront',
    'com.amazonaws.iam',
  ])('%s is not built from a region, and left alone', (written) => {
    expect(judgeServiceName(written).kind).toBe('custom');
  });
});

describe('bullets', () => {
  test.each([
    '- `x`',
    '* x',
    '+ x',
    '• x',
    '・x',
    '1. x',
    '2) `x`',
    '- **x**',
    '- [x] `x`',
    '  * x, for the secret',
    '* SSM: `x`',
  ])('%s', (bullet) => {
    const written = bullet.replace(/\bx\b(?!\])/, name('ssm'));
    const [term] = readMarkdown(`The task needs this:\n\n${written}\n`, 'f') ?? [];
    expect(term?.text).toBe(name('ssm'));
    expect(term?.range.start).toBe(`The task needs this:\n\n${written}`.indexOf('com.'));
  });

  test.each([
    '- a\n- b\n',
    '- service: a\n',
    '* service: a\n',
    'endpoints: []\n',
    '- *a\n',
    '- { service: a }\n',
    'plain\n',
    '',
  ])('not %j', (text) => {
    expect(readMarkdown(text, 'f')).toBeNull();
  });
});

test('texts one after the other keep their places', () => {
  const parts = ['\ufeff', '{"a": "}"}', '\n', '{\t"b": [1]} # done', '\nc: 1\n', '{"d": 2}'];
  const segments = splitText(parts.join(''));
  expect(segments.map(({ text }) => text.trim())).toEqual(['{"a": "}"}', '{ "b": [1]} # done', 'c: 1', '{"d": 2}']);
  for (const { text, offset } of segments)
    expect(parts.join('').slice(offset).replaceAll('\t', ' ').startsWith(text)).toBe(true);
});

test.each([
  ['10.0.0.0/16', 24, 1, '10.0.1.0/24'],
  ['10.0.0.0/16', 24, 255, '10.0.255.0/24'],
  ['10.0.0.0/16', 24, 256, null],
  ['10.0.0.0/16', 8, 0, null],
  ['10.0.0.0/16', 33, 0, null],
  ['fd00::/16', 24, 0, null],
  ['10.0.0.0/16', Number.NaN, 0, null],
])('%s has among its blocks of length %s, at %s, %s', (cidr, length, index, block) => {
  expect(blockWithin(cidr, length, index)).toBe(block);
});

test('a range is the same with other bits of the host', () => {
  expect(isSameBlock('10.0.1.0/24', '10.0.1.9/24')).toBe(true);
  expect(isSameBlock('10.0.1.0/24', '10.0.1.0/25')).toBe(false);
  expect(isSameBlock('::/0', '::/0')).toBe(false);
});

describe('a plain list', () => {
  const read = (text: string) =>
    readTrees(text.replace(/^\ufeff/, ''), 'a.yaml', text.startsWith('\ufeff') ? 1 : 0).trees;

  test.each([
    '- com.amazonaws.a.b\n',
    '- com.amazonaws.a.b\n-   com.amazonaws.<region>.ecr.api  \n- a.1_2-3',
    '\ufeff- a.b\r\n- c.d\r\n',
    '- nan.nan\n- inf.0\n- true.no\n',
  ])('%j is read as YAML reads it', (text) => {
    expect([readPlainList(text, 'a.yaml')]).toEqual(read(text));
  });

  test.each([
    '',
    '\n',
    '- ssm\n',
    '- 1.5\n',
    '-a.b\n',
    '- a.b: c\n',
    '- a.b #c\n',
    ' - a.b\n',
    '- a.b\n  c.d\n',
    '- a.b c\n',
  ])('%j is left to YAML', (text) => {
    expect(readPlainList(text, 'a.yaml')).toBeNull();
  });
});

describe('numbers that stand where ports do', () => {
  const term = (text: string) => ({ text, range: { file: '', start: 0, end: 1 }, dependsOn: null });

  test.each([
    ['icmp', '8', '-1', 'icmp'],
    ['icmp', '8', '0', 'icmp'],
    ['58', '128', '0', 'icmp'],
    ['ICMPV6', '-1', '-1', 'icmp'],
    ['icmp', '256', '0', 'unread'],
    ['icmp', 'echo', '0', 'unread'],
    ['tcp', '8', '0', 'unread'],
    ['tcp', '8', '-1', 'unread'],
    ['tcp', '-1', '-1', 'all'],
    ['tcp', '443', '443', 'span'],
  ])('of %s, from %s to %s: %s', (protocol, from, to, kind) => {
    expect(readPortsBetween(term(from), term(to), term(protocol)).kind).toBe(kind);
  });
});
