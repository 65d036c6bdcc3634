import { describe, expect, test } from 'vitest';
import { parsePolicy } from '../../../src/grading/iam/parse.ts';
import { decisionOf } from './asking.ts';

describe('what AWS refuses to save', () => {
  const statement = '{"Effect":"Allow","Action":"*","Resource":"*"}';
  test.each([
    ['', 'empty'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"Statement":[]}', 'no statement'],
    ['{"Statement":{}}', 'an empty statement'],
    [`{"Statement":${statement},}`, 'a trailing comma'],
    [`{"Statement":${statement}} // x`, 'a comment'],
    [`{"Statement":${statement},"Statement":${statement}}`, 'a key twice'],
    [`\ufeff{"Statement":${statement}}`, 'a byte order mark'],
    [`{"statement":${statement}}`, 'another case of an element'],
    [`{"Version":"2012-10-18","Statement":${statement}}`, 'an unknown version'],
    [`{"Statement":${statement.replace('Allow', 'allow')}}`, 'another case of the effect'],
    [`{"Statement":${statement.replace('}', ',"Principal":"*"}')}}`, 'a principal'],
    [`{"Statement":${statement.replace('}', ',"NotResource":"*"}')}}`, 'both of a pair'],
    [`{"Statement":${statement.replace('}', ',"Condition":[]}')}}`, 'a condition as a list'],
    [`{"Statement":${statement.replace('}', ',"Condition":{"StringEquals":{"aws:x":{}}}}')}}`, 'an object as a value'],
    [`{"Statement":${statement.replace('}', ',"Sid":"a-b"}')}}`, 'a sign in the Sid'],
    [`{"Statement":[${[statement, statement].map((each) => each.replace('}', ',"Sid":"a"}'))}]}`, 'a Sid twice'],
    [`{"Statement":${statement.replace('"Action":"*"', '"Action":[]')}}`, 'no action'],
    [`{"Statement":${statement.replace('"Resource":"*"', '"Resource":[]')}}`, 'no resource'],
    [`{"Statement":${statement.replace('"Action":"*"', '"Action":"s3:\u3042"')}}`, 'a character beyond U+00FF'],
  ])('%s (%s)', (text) => {
    expect(decisionOf(text)).toBe('unreadable');
  });

  test.each([
    [`{"Statement":${statement}}`, 'no version'],
    [`{"Id":"x","Statement":[${statement}]}`, 'an Id'],
    [`{"Statement":[${[statement, statement].map((each) => each.replace('}', ',"Sid":""}'))}]}`, 'two empty Sids'],
    [`{"Statement":${statement.replace('"Resource":"*"', '"Resource":["*",null]')}}`, 'null among the resources'],
    [
      `{"Statement":${statement.replace('"Action"', '"Effect"').replace('"Effect":"Allow"', '"Action":"*"').replace('"Effect":"*"', '"Effect":"Allow"')}}`,
      'another order',
    ],
    [`{"Statement":${statement.replace('}', ',"Condition":{"Bool":{"aws:SecureTransport":true}}}')}}`, 'a boolean'],
  ])('but not %s (%s)', (text) => {
    expect(decisionOf(text, { context: { 'aws:SecureTransport': 'true' } })).toBe('allowed');
  });
});

describe('the policy of a resource', () => {
  const statement = '{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}';
  test.each([
    ['may leave its resource out', statement, []],
    ['may not name an empty list of resources', statement.replace('}', ',"Resource":[]}'), ['iam/missing-resource']],
  ])('%s', (_, written, codes) => {
    const { diagnostics } = parsePolicy(`{"Version":"2012-10-17","Statement":${written}}`, 'policy.json', 'resource');
    expect(diagnostics.map(({ message }) => message.code)).toEqual(codes);
  });
});
