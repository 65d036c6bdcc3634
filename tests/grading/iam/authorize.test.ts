import { expect, test } from 'vitest';
import { authorize, type Request } from '../../../src/grading/iam/authorize.ts';
import given from '../../cases/iam/authorize.json' with { type: 'json' };

interface AuthorizeCase {
  readonly id: string;
  readonly policies: readonly (string | object)[];
  readonly request: Request;
  readonly expect: string;
  readonly why: string;
}

const cases = given as unknown as readonly AuthorizeCase[];

test.each(cases.map((each) => [each.id, each] as const))('%s', (_id, each) => {
  const { decision, diagnostics } = authorize(each.policies, each.request);
  expect(decision, `${each.why} ${JSON.stringify(diagnostics.map(({ message }) => message))}`).toBe(each.expect);
});
