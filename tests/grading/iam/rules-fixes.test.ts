import { describe, expect, test } from 'vitest';
import { curriculum, loadExercise } from '../../../src/exercises/load-exercise.ts';
import { maxFindings } from '../../../src/grading/core/limits.ts';
import type { Diagnostic } from '../../../src/grading/core/types.ts';
import { checks } from '../../../src/grading/iam/checks.ts';
import { trustOf } from '../../../src/grading/iam/examples/policies.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';

/** Every fix takes its own diagnostic away and brings no other. */

function lint(file: string, text: string): readonly Diagnostic[] {
  const { document, diagnostics } = iamGrader.parse({ [file]: text });
  return document === null ? diagnostics : [...diagnostics, ...iamGrader.lint(document)];
}

function applied(text: string, edits: Diagnostic['fixes'][number]['edits']): string {
  return edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((so, { range, text: put }) => so.slice(0, range.start) + put + so.slice(range.end), text);
}

/** How often each code is raised. */
function counted(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of diagnostics) counts.set(message.code, (counts.get(message.code) ?? 0) + 1);
  return counts;
}

function problemsOfFixes(file: string, text: string): readonly string[] {
  const before = lint(file, text);
  const counts = counted(before);
  return before.flatMap(({ message, fixes }) =>
    fixes.flatMap(({ edits }) => {
      if ((counts.get(message.code) ?? 0) >= maxFindings) return [];
      const after = counted(lint(file, applied(text, edits)));
      const stays = (after.get(message.code) ?? 0) >= (counts.get(message.code) ?? 0);
      const added = [...after].filter(([code, count]) => count > (counts.get(code) ?? 0)).map(([code]) => code);
      return [...(stays ? [`${message.code} stays`] : []), ...added.map((code) => `${message.code} adds ${code}`)];
    }),
  );
}

test.each(checks.map(({ code, example }) => [code, example] as const))('fixes in the examples of %s', (_, example) => {
  const file = example.file ?? 'policy.json';
  expect(problemsOfFixes(file, example.fails)).toEqual([]);
  expect(problemsOfFixes(file, example.passes)).toEqual([]);
});

const answers = curriculum
  .flatMap(({ exercises }) => exercises)
  .flatMap((id) => {
    const exercise = loadExercise(id);
    if (exercise === undefined) return [];
    const { starter, solutions, mistakes } = exercise;
    const all = [starter, ...solutions.values(), ...mistakes.map(({ files }) => files)];
    return all.flatMap((files) => Object.entries(files)).filter(([name]) => name.endsWith('policy.json'));
  });

describe('recorded answers', () => {
  test('their fixes bring nothing new', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.flatMap(([name, text]) => problemsOfFixes(name, text))).toEqual([]);
  });
});

const odd: readonly (readonly [name: string, fixes: string])[] = [
  [
    'effects that are names of what every object of JavaScript has',
    '{"Version":"2012-10-17","Statement":[{"Effect":"constructor","Action":"ecr:PutImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a"},{"Effect":"__proto__","Action":"ecr:BatchGetImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a"}]}',
  ],
  [
    'a byte order mark and CRLF',
    '\ufeff{\r\n"Version":"2012-10-17",\r\n"Statement":[{"Effect":"allow","Action":"ecr:PutImge","Resource":"*"}]}',
  ],
  [
    'several slips in one statement',
    '{"Statement":{"Efect":"Allow","Action":["s3:ListBuckets","erc:PutImage "],"Resource":"*"}}',
  ],
  [
    'an escape in a string',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:Put\\u0049mge","Resource":"*"}}',
  ],
  [
    'a misspelt element with a misspelt word in it',
    '{"Version":"2012-10-17","Statement":{"Efect":"allow","Action":"ecr:PutImage","Resource":"*"}}',
  ],
  [
    'a misspelt Condition',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:PutImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a","Conditions":{"StringEqual":{"aws:userid":"a"}}}}',
  ],
  [
    'a private address under a String operator',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:PutImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a","Condition":{"StringEquals":{"aws:SourceIp":"10.0.0.0/8"}}}}',
  ],
  [
    'an ARN with a star under StringEquals',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:PutImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a","Condition":{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}}}',
  ],
  [
    'values of which one takes in another',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:PutImage","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a","Condition":{"StringEquals":{"aws:RequestedRegion":["ap-*","ap-northeast-1"]}}}}',
  ],
  [
    'a misspelling of an action that is there',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["ecr:PutImge","ecr:PutImage"],"Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a"}}',
  ],
  [
    'a misspelt action that takes only a star',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecr:GetAuthorisationToken","Resource":"arn:aws:ecr:ap-northeast-1:111122223333:repository/a"}}',
  ],
  [
    'a misspelt iam:PassRole',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:PasRole","Resource":"*"}}',
  ],
  [
    'a misspelt service and action',
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"erc:PutImge","Resource":"*"}}',
  ],
];

test.each(odd)('fixes in %s', (_, text) => {
  expect(problemsOfFixes('policy.json', text)).toEqual([]);
});

test('a star for a subject has no fix that leaves the subject out', () => {
  const sub = 'token.actions.githubusercontent.com:sub';
  const text = trustOf({
    Condition: {
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { [sub]: '*' },
    },
  });
  expect(lint('trust-policy.json', text).map(({ message }) => message.code)).toContain('iam/equivalent-to-null-false');
  expect(problemsOfFixes('trust-policy.json', text)).toEqual([]);
});
