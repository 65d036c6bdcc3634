import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { failureCodes, sourceOf } from '../../../src/grading/workflow/facts/failures.ts';
import { validate } from '../../../src/grading/workflow/scenario.schema.json?ajv';
import { workflow } from '../../../src/messages/en/workflow.ts';
import type { Code } from '../../../src/messages/index.ts';

const scenarios = import.meta.glob('/content/scenarios/workflow/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

test.each(Object.entries(scenarios))('%s fits its schema', (_, text) => {
  expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
});

test.each(failureCodes)('the failure %s has words of ours and a source', (tail) => {
  expect(workflow).toHaveProperty([`workflow/${tail}`]);
  expect(sourceOf(`workflow/${tail}` as Code).url).toMatch(/^https:\/\//);
});
