import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorize, compilePolicy, decide } from '../../../src/grading/iam/authorize.ts';
import { compileGlob, coversGlob, matchesGlob } from '../../../src/grading/iam/glob.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import { plainValueOf } from '../../../src/grading/iam/json/nodes.ts';
import { readJson } from '../../../src/grading/iam/json/read-json.ts';
import { parsePolicy } from '../../../src/grading/iam/parse.ts';

/** A matcher that nobody could get wrong, and nobody would ship. */
function fitsNaively(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first, rest] = [pattern.charAt(0), pattern.slice(1)];
  if (first === '*') return fitsNaively(rest, text) || (text !== '' && fitsNaively(pattern, text.slice(1)));
  return text !== '' && (first === '?' || first === text.charAt(0)) && fitsNaively(rest, text.slice(1));
}

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 7 });
const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

test('a pattern matches what a naive matcher says it matches', () => {
  fc.assert(
    fc.property(pattern, plain, (glob, text) => matchesGlob(compileGlob(glob), text) === fitsNaively(glob, text)),
    { numRuns: 1000 },
  );
});

test('a pattern that covers another matches all that the other matches', () => {
  fc.assert(
    fc.property(pattern, pattern, plain, (wide, narrow, text) => {
      fc.pre(coversGlob(compileGlob(wide), compileGlob(narrow)));
      return !matchesGlob(compileGlob(narrow), text) || matchesGlob(compileGlob(wide), text);
    }),
    { numRuns: 1000 },
  );
});

const action = fc.constantFrom(
  'ecr:PutImage',
  'ecr:Batch*',
  'ecr:*',
  's3:GetObject',
  's3:Get*',
  '*',
  'ecr:GetAuthorizationToken',
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:ecr:us-east-1:111122223333:repository/app',
  'arn:aws:ecr:*:111122223333:repository/*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/k',
);
const condition = fc.constantFrom(
  {},
  { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
  { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
  { Null: { 'aws:TokenIssueTime': 'true' } },
);
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.array(action, { minLength: 1, maxLength: 3 }),
  Resource: fc.array(resource, { minLength: 1, maxLength: 3 }),
  Condition: condition,
});
const statements = fc.array(statement, { minLength: 1, maxLength: 5 });
const request = fc.record({
  action: fc.constantFrom(
    'ecr:PutImage',
    'ecr:BatchGetImage',
    's3:GetObject',
    'ecr:GetAuthorizationToken',
    'iam:PassRole',
  ),
  resource: fc.constantFrom('arn:aws:ecr:us-east-1:111122223333:repository/app', 'arn:aws:s3:::b/k', '*'),
  context: fc.constantFrom({}, { 'aws:RequestedRegion': 'us-east-1' }, { 'aws:RequestedRegion': 'eu-west-1' }),
});

function decided(given: readonly object[], asked: Parameters<typeof authorize>[1]): string {
  return authorize([{ Version: '2012-10-17', Statement: given }], asked).decision;
}

test('one more Deny never allows', () => {
  fc.assert(
    fc.property(statements, statement, request, (given, more, asked) => {
      const fenced = decided([...given, { ...more, Effect: 'Deny' }], asked);
      return fenced !== 'allowed' || decided(given, asked) === 'allowed';
    }),
  );
});

test('one more Allow never denies what was allowed', () => {
  fc.assert(
    fc.property(statements, statement, request, (given, more, asked) => {
      return (
        decided(given, asked) !== 'allowed' || decided([...given, { ...more, Effect: 'Allow' }], asked) === 'allowed'
      );
    }),
  );
});

test('the order of statements, their division and the policies they stand in do not count', () => {
  fc.assert(
    fc.property(statements, request, (given, asked) => {
      const expected = decided(given, asked);
      const split = given.flatMap(({ Action, ...rest }) => Action.map((each) => ({ ...rest, Action: each })));
      const apart = given.map((each) => ({ Version: '2012-10-17', Statement: [each] }));
      expect(decided(given.toReversed(), asked)).toBe(expected);
      expect(decided(split, asked)).toBe(expected);
      expect(authorize(apart, asked).decision).toBe(expected);
    }),
  );
});

test('the capitals of an action and of a condition key do not count', () => {
  fc.assert(
    fc.property(statements, request, (given, asked) => {
      const shouted = given.map((each) => ({ ...each, Action: each.Action.map((one) => one.toUpperCase()) }));
      const context = Object.fromEntries(
        Object.entries(asked.context).map(([key, value]) => [key.toUpperCase(), value]),
      );
      expect(decided(shouted, { ...asked, context })).toBe(decided(given, asked));
    }),
  );
});

test('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const { root, faults } = readJson(text);
      expect(faults).toEqual([]);
      expect(JSON.stringify(root === null ? null : plainValueOf(root))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});

const broken = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.string({ unit: fc.constantFrom(...'{}[]",:\\x0 \n'), maxLength: 3 }))
  .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)));

test('what JSON.parse refuses has a fault, and the other way round', () => {
  fc.assert(
    fc.property(broken, (text) => {
      fc.pre(text.trim() !== '');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(readJson(text).faults.length === 0).toBe(parses);
    }),
    { numRuns: 1000 },
  );
});

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'{}[]",:\\ \'\u201c\u201d\ufeff\u00a0\uff1a/*#ab1-\n\r\t'), maxLength: 80 }),
  broken,
);

test('any text gives a report with places inside the text', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('policy.json', 'trust-policy.json'), (text, file) => {
      const { document, diagnostics } = iamGrader.parse({ [file]: text });
      const all = document === null ? diagnostics : [...diagnostics, ...iamGrader.lint(document)];
      for (const { range, related, fixes } of all) {
        const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.range));
        for (const each of [range, ...related, ...edits]) {
          expect(each.start).toBeGreaterThanOrEqual(0);
          expect(each.end).toBeGreaterThanOrEqual(each.start);
          expect(each.end).toBeLessThanOrEqual(text.length);
        }
      }
      expect(structuredClone(all)).toEqual(all);
    }),
    { numRuns: 1000 },
  );
});

const shape = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('Allow', 'Deny', '*', 'ecr:PutImage', 'arn:aws:s3:::b', '', '2012-10-17', null, true, 3),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'Version',
        'Statement',
        'Effect',
        'Action',
        'Resource',
        'Condition',
        'StringEquals',
        'aws:x',
        'Sid',
      ),
      tie('value'),
      {
        maxKeys: 5,
      },
    ),
  ),
})).value;

test('whatever the shape, a policy is refused or decided', () => {
  fc.assert(
    fc.property(shape, (value) => {
      const { document, refused, diagnostics } = parsePolicy(JSON.stringify(value), 'policy.json', 'identity');
      expect(refused).toBe(diagnostics.length > 0);
      const message = diagnostics.find(({ message: { params } }) => params['element'] === 'Policy');
      expect(message).toBeUndefined();
      if (document === null || refused) return;
      decide([compilePolicy(document)], { action: 'ecr:PutImage', resource: '*', context: {} });
    }),
    { numRuns: 1000 },
  );
});
