import { describe, expect, it } from 'vitest';
import { gradable, loadExercise } from '../../src/exercises/load-exercise.ts';
import { answer } from '../../src/worker/answer.ts';
import { validate as isReply } from '../../src/worker/reply.schema.json?ajv';

function gradableOf(id: string) {
  const exercise = loadExercise(id);
  if (exercise === undefined) throw new Error(`There is no exercise ${id}`);
  return { scenario: gradable(exercise).scenario, starter: exercise.starter };
}

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
      const reply = await answer({ kind: 'grade', id: 3, locale: 'en', exercise, goalTexts: {}, files });
      expect(reply).toMatchObject({ id: 3 });
      expect(isReply(reply)).toBe(true);
    },
  );

  it('measures policies, and finds a smaller one where that is asked for', async () => {
    const { scenario, starter } = gradableOf('iam-least-privilege');
    const ask = (files: Readonly<Record<string, string>>, proposes: boolean) =>
      answer({ kind: 'measure', id: 6, locale: 'en', scenario, files, proposes });
    const replies = await Promise.all([ask(starter, false), ask(starter, true), ask({ 'policy.json': '{' }, true)]);
    expect(replies).toMatchObject([
      { kind: 'measure', id: 6, measure: { kind: 'measured', score: { missing: 0 }, proposal: null } },
      { measure: { proposal: { kind: 'smaller', after: { points: 0, missing: 0 } } } },
      { measure: { kind: 'refused' } },
    ]);
    for (const reply of replies) expect(isReply(reply)).toBe(true);
    expect(await answer({ kind: 'measure', id: 6, locale: 'en', scenario, files: starter })).toBeNull();
  });

  const asked = { id: 4, locale: 'en', written: 'identity' };

  it('says in words what may be written, and what stands there', async () => {
    const text = '{"Statement":{"Action":"ecr:PutImage"}}';
    const completions = await answer({ ...asked, kind: 'complete', text, offset: 30 });
    expect(isReply(completions)).toBe(true);
    expect(completions).toMatchObject({ kind: 'completions', id: 4, completions: { start: 24, end: 36 } });
    const hover = await answer({ ...asked, kind: 'hover', text, offset: 30 });
    expect(hover).toEqual({
      kind: 'hover',
      id: 4,
      hover: {
        start: 24,
        end: 36,
        about: [
          'Access level Write, on `repository`.',
          'Conditions may compare `aws:ResourceTag/<TagKey>`, `ecr:ResourceTag/<TagKey>`.',
        ],
      },
    });
    expect(isReply(hover)).toBe(true);
  });

  it('says the same of a workflow', async () => {
    const text = 'on: push\npermissions:\n  id-token: w';
    const workflow = { ...asked, written: 'workflow', text };
    const completions = await answer({ ...workflow, kind: 'complete', offset: text.length });
    expect(isReply(completions)).toBe(true);
    expect(completions).toMatchObject({
      completions: { start: text.length - 1, offers: [{ label: 'write' }, { label: 'none' }] },
    });
    const hover = await answer({ ...workflow, kind: 'hover', offset: 26 });
    expect(hover).toMatchObject({
      hover: { start: 24, end: 32, about: ['Token to request an OpenID Connect token.'] },
    });
    expect(isReply(hover)).toBe(true);
  });

  it('has nothing to say of a place outside of the text', async () => {
    expect(await answer({ ...asked, kind: 'hover', text: '', offset: 9 })).toMatchObject({ hover: null });
  });

  it('offers what a field of a call takes', async () => {
    const found = await answer({
      kind: 'field',
      id: 5,
      locale: 'en',
      field: 'resource',
      action: 'ecr:GetAuthorizationToken',
    });
    expect(found).toMatchObject({ kind: 'completions', completions: { offers: [{ label: '*' }] } });
    expect(isReply(found)).toBe(true);
  });

  it('takes no question that does not fit', async () => {
    expect(await answer({ ...asked, kind: 'hover', text: '{}', offset: -1 })).toBeNull();
    expect(await answer({ ...asked, kind: 'field', field: 'principal', action: '' })).toBeNull();
  });
});
