import { describe, expect, test } from 'vitest';
import type { Request } from '../../../src/grading/iam/authorize.ts';
import { decisionOf, type Members, policy, under } from './asking.ts';

describe('conditions', () => {
  const key = 'aws:RequestedRegion';
  test.each<[string, Members, Request['context'], string]>([
    ['keys compare without capitals', { StringEquals: { 'AWS:requestedregion': 'x' } }, { [key]: 'x' }, 'allowed'],
    ['values with them', { StringEquals: { [key]: 'X' } }, { [key]: 'x' }, 'implicit-deny'],
    ['or without, if the operator says so', { StringEqualsIgnoreCase: { [key]: 'X' } }, { [key]: 'x' }, 'allowed'],
    ['NOR under a negated list', { StringNotEquals: { [key]: ['a', 'b'] } }, { [key]: 'b' }, 'implicit-deny'],
    ['NOR, none of them', { StringNotEquals: { [key]: ['a', 'b'] } }, { [key]: 'c' }, 'allowed'],
    ['absent, negated', { StringNotLike: { [key]: 'a' } }, {}, 'allowed'],
    ['absent, IfExists', { StringEqualsIfExists: { [key]: 'a' } }, {}, 'allowed'],
    ['absent, negated IfExists', { StringNotEqualsIfExists: { [key]: 'a' } }, {}, 'allowed'],
    ['there, IfExists', { StringEqualsIfExists: { [key]: 'a' } }, { [key]: 'b' }, 'implicit-deny'],
    ['absent, Bool', { Bool: { 'aws:SecureTransport': 'false' } }, {}, 'implicit-deny'],
    ['an empty pattern', { StringLike: { [key]: '' } }, { [key]: 'a' }, 'implicit-deny'],
    ['an empty value', { StringLike: { [key]: '' } }, { [key]: '' }, 'allowed'],
    ['dots are dots', { StringLike: { [key]: 'a.c*' } }, { [key]: 'abc' }, 'implicit-deny'],
    ['an empty condition', {}, {}, 'allowed'],
    ['an operator without keys', { Whatever: {} }, {}, 'allowed'],
    ['a key without values', { StringEquals: { [key]: [] } }, { [key]: 'a' }, 'implicit-deny'],
    ['an unknown operator', { StringEqual: { [key]: 'a' } }, {}, 'unreadable'],
    ['Null with IfExists', { NullIfExists: { [key]: 'true' } }, {}, 'unreadable'],
    ['Null false', { Null: { [key]: false } }, { [key]: 'a' }, 'allowed'],
    [
      'ForAnyValue, one of them',
      { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } },
      { 'aws:TagKeys': ['a', 'b'] },
      'allowed',
    ],
    ['ForAnyValue, absent', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, {}, 'implicit-deny'],
    [
      'ForAllValues, an empty set',
      { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } },
      { 'aws:TagKeys': [] },
      'allowed',
    ],
    [
      'ForAllValues, negated',
      { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['c', 'b'] },
      'implicit-deny',
    ],
    [
      'ForAnyValue, negated',
      { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a', 'b'] } },
      { 'aws:TagKeys': ['c', 'b'] },
      'allowed',
    ],
    ['ForAnyValue negated on an absent key', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }, {}, 'unknown'],
    ['numbers as numbers', { NumericGreaterThan: { 's3:max-keys': 9 } }, { 's3:max-keys': '10' }, 'allowed'],
    ['numbers that are equal', { NumericEquals: { 's3:max-keys': '10.0' } }, { 's3:max-keys': 10 }, 'allowed'],
    ['no number', { NumericEquals: { 's3:max-keys': 'ten' } }, { 's3:max-keys': 10 }, 'implicit-deny'],
    [
      'epoch seconds',
      { DateLessThan: { 'aws:CurrentTime': '1767225600' } },
      { 'aws:CurrentTime': '2025-12-31T23:59:59Z' },
      'allowed',
    ],
    [
      'epoch seconds in the request',
      { DateGreaterThanEquals: { 'aws:EpochTime': '2026-01-01T00:00:00Z' } },
      { 'aws:EpochTime': 1_767_225_600 },
      'allowed',
    ],
    [
      'offsets',
      { DateEquals: { 'aws:CurrentTime': '2026-03-01T09:00:00+09:00' } },
      { 'aws:CurrentTime': '2026-03-01T00:00:00Z' },
      'allowed',
    ],
    [
      'a day alone',
      { DateGreaterThan: { 'aws:CurrentTime': '2026-03-01' } },
      { 'aws:CurrentTime': '2026-03-01T00:00:01Z' },
      'allowed',
    ],
    ['no date', { DateLessThan: { 'aws:CurrentTime': 'soon' } }, {}, 'unreadable'],
    ['ten decimals', { DateLessThan: { 'aws:CurrentTime': '2026-03-01T00:00:00.0123456789Z' } }, {}, 'unreadable'],
    ['a one-digit offset', { DateLessThan: { 'aws:CurrentTime': '2026-03-01T00:00:00+9:00' } }, {}, 'unreadable'],
    ['an epoch beyond 64 bits', { DateLessThan: { 'aws:CurrentTime': '9223372036854775808' } }, {}, 'unreadable'],
    ['a bare address', { IpAddress: { 'aws:SourceIp': '203.0.113.7' } }, { 'aws:SourceIp': '203.0.113.7' }, 'allowed'],
    [
      'an address as bits',
      { IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } },
      { 'aws:SourceIp': '10.127.255.255' },
      'allowed',
    ],
    [
      'outside of a block',
      { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/9' } },
      { 'aws:SourceIp': '10.128.0.0' },
      'allowed',
    ],
    ['IPv6', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, { 'aws:SourceIp': '2001:0DB8:0:1::2' }, 'allowed'],
    ['IPv4 is not in IPv6', { IpAddress: { 'aws:SourceIp': '::/0' } }, { 'aws:SourceIp': '10.0.0.1' }, 'implicit-deny'],
    [
      'ArnEquals is a glob',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:a*' } },
      { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:abc' },
      'allowed',
    ],
    [
      'and crosses no colon',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*' } },
      { 'aws:SourceArn': 'arn:aws:sns:us-east-1:111122223333:abc' },
      'implicit-deny',
    ],
    ['many values without a set operator', { StringEquals: { [key]: 'a' } }, { [key]: ['a', 'b'] }, 'unknown'],
    ['an operator in other case', { stringequals: { [key]: 'a' } }, { [key]: 'a' }, 'unknown'],
    ['bytes', { BinaryEquals: { [key]: 'QmluYXJ5' } }, { [key]: 'Binary' }, 'allowed'],
  ])('%s', (_name, condition, context, expected) => {
    expect(under(condition, context)).toBe(expected);
  });
});

describe('variables', () => {
  const mine = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/${aws:username}/*' };
  const ask = (resource: string, context: Request['context']) => ({ action: 's3:GetObject', resource, context });
  test.each([
    ['2012-10-17', 'arn:aws:s3:::b/ann/k', { 'AWS:UserName': 'ann' }, 'allowed'],
    ['2008-10-17', 'arn:aws:s3:::b/ann/k', { 'aws:username': 'ann' }, 'implicit-deny'],
    [null, 'arn:aws:s3:::b/${aws:username}/k', { 'aws:username': 'ann' }, 'allowed'],
    ['2012-10-17', 'arn:aws:s3:::b/bob/k', { 'aws:username': '*' }, 'implicit-deny'],
    ['2012-10-17', 'arn:aws:s3:::b/*/k', { 'aws:username': '*' }, 'allowed'],
  ])('%s %s %j', (version, resource, context, expected) => {
    expect(decisionOf(policy(mine, version), ask(resource, context))).toBe(expected);
  });

  test('stand for characters and for absent values', () => {
    const star = { ...mine, Resource: 'arn:aws:s3:::b/${*}/*' };
    expect(decisionOf(policy(star), ask('arn:aws:s3:::b/*/k', {}))).toBe('allowed');
    expect(decisionOf(policy(star), ask('arn:aws:s3:::b/x/k', {}))).toBe('implicit-deny');
    const positive = { Condition: { StringEquals: { 's3:prefix': '${aws:username}' } } };
    const negated = { Condition: { StringNotEquals: { 's3:prefix': '${aws:username}' } } };
    expect(decisionOf(policy(positive), { context: { 's3:prefix': 'a' } })).toBe('implicit-deny');
    expect(decisionOf(policy(negated), { context: { 's3:prefix': 'a' } })).toBe('allowed');
    expect(decisionOf(policy(positive), { context: { 's3:prefix': 'a', 'aws:username': 'a' } })).toBe('allowed');
  });
});
