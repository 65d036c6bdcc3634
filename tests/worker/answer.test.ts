import { describe, expect, it } from 'vitest';
import { answer } from '../../src/worker/answer.ts';
import { validate as isReply } from '../../src/worker/reply.schema.json?ajv';

describe('the worker', () => {
  it.each([undefined, null, 'grade', {}, { id: 1, files: { a: 1 } }])('gives no answer to %j', async (received) => {
    expect(await answer(received)).toBeNull();
  });

  it.each([[null], [{ attempts: [], probes: [] }], ['not a scenario']])(
    'answers a request with the scenario %j by its id, whatever the grader makes of it',
    async (scenario) => {
      const goals = [{ id: 'pushes', operations: ['put-manifest'], outcome: 'allowed' }];
      const exercise = { id: 'x', domain: 'iam', files: ['policy.json'], goals, scenario };
      const files = { 'policy.json': '{"Version":"2012-10-17","Statement":[]}' };
      const reply = await answer({ id: 3, locale: 'en', exercise, goalTexts: {}, files });
      expect(reply).toMatchObject({ id: 3 });
      expect(isReply(reply)).toBe(true);
    },
  );
});
