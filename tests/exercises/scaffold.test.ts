import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { validate as isExercise } from '../../src/exercises/exercise.schema.json?ajv';
import { validate as isExpectation } from '../../src/exercises/expect.schema.json?ajv';
import { scaffoldExercise } from '../../src/exercises/scaffold.ts';
import { validate as isText } from '../../src/exercises/text.schema.json?ajv';

const request = { id: 'my-exercise', domain: 'iam', taken: ['taken'], scenario: 'iam/some', operation: 'put-manifest' };

test.each(['iam', 'workflow', 'network', 'chain'])('a new exercise of %s fits the schemas', (domain) => {
  const { files = new Map() } = scaffoldExercise({ ...request, domain });
  const read = (path: string) => parse(files.get(path) ?? '');
  expect([isExercise(read('exercise.yaml')), isExercise.errors]).toEqual([true, null]);
  expect([isText(read('text.en.yaml')), isText.errors]).toEqual([true, null]);
  const names: readonly string[] = read('exercise.yaml').files;
  const folders = new Set(
    [...files.keys()].filter((path) => path.includes('/')).map((path) => path.replace(/\/[^/]+$/, '')),
  );
  expect(folders.size).toBe(1 + 2 + 4);
  for (const folder of folders) for (const name of names) expect(files.has(`${folder}/${name}`)).toBe(true);
  for (const path of files.keys()) if (path.endsWith('expect.yaml')) expect(isExpectation(read(path))).toBe(true);
});

test.each([
  [{ id: 'taken' }, 'already'],
  [{ id: 'My Exercise' }, 'is no id'],
  [{ id: '../up' }, 'is no id'],
  [{ id: '-a' }, 'is no id'],
  [{ domain: 'toString' }, 'is no domain'],
])('%j is refused', (change, reason) => {
  const { refusal, files } = scaffoldExercise({ ...request, ...change });
  expect(refusal).toContain(reason);
  expect(files).toBeUndefined();
});
