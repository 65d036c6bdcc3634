import { describe, expect, it } from 'vitest';
import { answer } from '../../src/worker/answer.ts';
import { validate as isReply } from '../../src/worker/reply.schema.json?ajv';

describe('the worker', () => {
  it.each([undefined, null, 'grade', {}, { id: 1, files: { a: 1 } }])('gives no answer to %j', async (received) => {
    expect(await answer(received)).toBeNull();
  });

  it('answers a request that no grader can serve with a failure, by its id', async () => {
    const exercise = { id: 'x', domain: 'iam', files: ['policy.json'], goals: [{}], scenario: null };
    const reply = await answer({ id: 3, locale: 'en', exercise, goalTexts: {}, files: { 'policy.json': '{}' } });
    expect(reply).toMatchObject({ id: 3 });
    expect(isReply(reply)).toBe(true);
  });
});
