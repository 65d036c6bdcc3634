import { expect, test } from 'vitest';
import { readReference } from '../../../src/grading/workflow/actions/metadata.ts';
import { gradeText, lintText } from './grade-case.ts';

/** Names that any object of JavaScript has, and references to actions of one's own repository. */

test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  const text = `on: push
env: { ${name}: a }
jobs:
  ${name}:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    strategy: { matrix: { ${name}: [a], include: [{ ${name}: b }] } }
    outputs: { ${name}: '\${{ steps.${name}.outputs.${name} }}' }
    steps:
      - id: ${name}
        run: echo "${name}=\${{ matrix.${name} }}\${{ env.${name} }}" >> "$GITHUB_OUTPUT"
`;
  expect(lintText(text).filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(gradeText('workflow-four-steps', text).verdict).toBe('failed');
});

test('a key that no step has is still refused', () => {
  const text =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n        constructor: a\n';
  const refusals = lintText(text).filter(({ severity }) => severity === 'error');
  expect(refusals.map(({ message }) => [message.code, message.params])).toEqual([
    ['workflow/unknown-key', { value: 'constructor' }],
  ]);
});

/**
 * @source https://github.com/actions/languageservices/blob/main/workflow-parser/src/model/converter/steps.ts (read 2026-11-24)
 */
test.each([
  ['./.github/actions/build', 'local'],
  ['.\\build', 'local'],
  ['$/.github/actions/build', 'local'],
  ['../build', 'malformed'],
  ['build', 'malformed'],
  ['docker://alpine:3.22', 'docker'],
  ['actions/cache/restore@v4', 'repository'],
])('%s is %s', (uses, kind) => {
  expect(readReference(uses).kind).toBe(kind);
});
