import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lintText } from './grade-case.ts';

/** Workflows in the style of well-known projects. GitHub runs them, and most have nothing to do with Amazon ECR. */
const folders = ['tests/cases/workflow/wild', '.github/workflows'];

describe.each(folders)('%s', (folder) => {
  test.each(readdirSync(folder))('%s is left in peace', (file) => {
    const remarks = lintText(readFileSync(`${folder}/${file}`, 'utf8')).filter(({ severity }) => severity !== 'info');
    expect(remarks.map(({ message }) => message)).toEqual([]);
  });
});
