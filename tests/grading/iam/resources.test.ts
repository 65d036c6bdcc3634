import fc from 'fast-check';
import { expect, test } from 'vitest';
import { authorize, type Request } from '../../../src/grading/iam/authorize.ts';

/** Whether a text fits, by a regular expression: slow for some patterns, right for all. */
function fits(pattern: string, text: string): boolean {
  const source = [...pattern].map((unit) => {
    if (unit === '*') return '.*';
    return unit === '?' ? '.' : unit.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 's').test(text);
}

const image = { region: 'us-east-1', account: '111122223333' };
const name = fc.string({ unit: fc.constantFrom(...'ab/:-'), minLength: 1, maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom(...'ab/:-*?'), minLength: 1, maxLength: 6 });
const region = fc.constantFrom('us-east-1', 'us-*', '*', 'eu-west-1', 'us-east-?', '');
const account = fc.constantFrom('111122223333', '*', '1111*', '444455556666');

function decided(entry: string, resource: string): string {
  const policy = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ecr:PutImage', Resource: entry } };
  return authorize([policy], { action: 'ecr:PutImage', resource, context: {} }).decision;
}

test('an ARN is matched part by part, as a regular expression for each part would', () => {
  fc.assert(
    fc.property(name, pattern, region, account, (written, wild, itsRegion, itsAccount) => {
      const resource = `arn:aws:ecr:${image.region}:${image.account}:repository/${written}`;
      const entry = `arn:aws:ecr:${itsRegion}:${itsAccount}:repository/${wild}`;
      const expected = fits(itsRegion, image.region) && fits(itsAccount, image.account) && fits(wild, written);
      const decision = decided(entry, resource);
      if (expected) expect(decision).toBe('allowed');
      // Otherwise a `*` would have had to swallow a colon: that AWS's texts leave open, and it is never a yes.
      else expect(decision).toBe(fits(entry, resource) ? 'unknown' : 'implicit-deny');
    }),
    { numRuns: 600 },
  );
});

const entry = fc
  .tuple(region, account, pattern)
  .map(([itsRegion, itsAccount, wild]) => `arn:aws:ecr:${itsRegion}:${itsAccount}:repository/${wild}`);
const values = fc.uniqueArray(fc.constantFrom('us-east-1', 'us-*', 'eu-west-1', '${aws:Home}'), {
  minLength: 1,
  maxLength: 3,
});
const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Resource: fc.uniqueArray(entry, { minLength: 1, maxLength: 3 }),
  regions: values,
});
const asked = fc.record({
  resource: name.map((written) => `arn:aws:ecr:us-east-1:111122223333:repository/${written}`),
  context: fc.constantFrom<Request['context']>(
    {},
    { 'aws:RequestedRegion': 'us-east-1' },
    { 'aws:RequestedRegion': 'eu-west-1', 'aws:Home': 'eu-west-1' },
  ),
});

type Members = Readonly<Record<string, unknown>>;

function policyOf(statements: readonly Members[]): object {
  return { Version: '2012-10-17', Statement: statements.map((each) => ({ Action: 'ecr:PutImage', ...each })) };
}

test('a statement on several resources, or with several values, is as many statements on one', () => {
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), asked, (statements, { resource, context }) => {
      const request = { action: 'ecr:PutImage', resource, context };
      const whole = statements.map(({ Effect, Resource, regions }) => ({
        Effect,
        Resource,
        Condition: { StringLike: { 'aws:RequestedRegion': regions } },
      }));
      const split = whole.flatMap(({ Resource, Condition, Effect }) =>
        Resource.flatMap((each) =>
          Condition.StringLike['aws:RequestedRegion'].map((value) => ({
            Effect,
            Resource: each,
            Condition: { StringLike: { 'aws:RequestedRegion': value } },
          })),
        ),
      );
      const expected = authorize([policyOf(whole)], request).decision;
      expect(authorize([policyOf(split)], request).decision).toBe(expected);
      expect(authorize([policyOf(split.toReversed())], request).decision).toBe(expected);
      expect(
        authorize(
          split.map((each) => policyOf([each])),
          request,
        ).decision,
      ).toBe(expected);
    }),
    { numRuns: 150 },
  );
}, 30_000);

test('a boundary takes away and never gives', () => {
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 1, maxLength: 3 }),
      statement,
      asked,
      (given, bound, { resource, context }) => {
        const request = { action: 'ecr:PutImage', resource, context };
        const plain = ({ Effect, Resource }: { Effect: string; Resource: string[] }) => ({ Effect, Resource });
        const policy = policyOf(given.map(plain));
        const within = authorize([policy], request, policyOf([plain(bound)])).decision;
        if (within === 'allowed') {
          expect(authorize([policy], request).decision).toBe('allowed');
          expect(authorize([policyOf([plain(bound)])], request).decision).toBe('allowed');
        }
        const wide = policyOf([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
        expect(authorize([policy], request, wide).decision).toBe(authorize([policy], request).decision);
      },
    ),
    { numRuns: 150 },
  );
});
