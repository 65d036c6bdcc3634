import { describe, expect, test } from 'vitest';
import { authorize, type Request } from '../../../src/grading/iam/authorize.ts';

interface AuthorizeCase {
  readonly id: string;
  readonly policies: readonly (string | object)[];
  readonly boundary?: string | object;
  readonly request: Request;
  readonly expect: string;
  readonly why: string;
}

const files = import.meta.glob('/tests/cases/iam/*.json', { eager: true, import: 'default' }) as Readonly<
  Record<string, readonly AuthorizeCase[]>
>;

describe.each(Object.entries(files))('%s', (_path, cases) => {
  test.each(cases.map((each) => [each.id, each] as const))('%s', (_id, each) => {
    const { decision, diagnostics } = authorize(each.policies, each.request, each.boundary);
    expect(decision, `${each.why} ${JSON.stringify(diagnostics.map(({ message }) => message))}`).toBe(each.expect);
  });
});
