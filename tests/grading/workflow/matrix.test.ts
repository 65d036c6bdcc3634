import { expect, test } from 'vitest';
import { gradeText } from './grade-case.ts';

function codesFor(vectors: number): readonly string[] {
  const lines = Array.from({ length: vectors }, (_, index) => `        x${index}: [1, 2]\n`).join('');
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    strategy:\n      matrix:\n${lines}    steps: [{ run: docker build . }]\n`;
  return gradeText('workflow-four-steps', text).diagnostics.map(({ message }) => message.code);
}

test('a matrix of a thousand vectors is refused, and not multiplied', () => {
  expect(codesFor(1000)).toContain('workflow/matrix-too-large');
});

test('one of eight is played', () => {
  expect(codesFor(8)).not.toContain('workflow/matrix-too-large');
});
