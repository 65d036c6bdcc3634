import { expect, test } from 'vitest';
import { gradable, loadExercise } from '../../../src/exercises/load-exercise.ts';
import { gradeWith } from '../../../src/grading/core/pipeline.ts';
import type { Check } from '../../../src/grading/core/rule.ts';
import type { Diagnostic } from '../../../src/grading/core/types.ts';
import { checks } from '../../../src/grading/iam/checks.ts';
import { iamGrader } from '../../../src/grading/iam/grader.ts';
import type { IamScenario } from '../../../src/grading/iam/scenario.ts';
import { en } from '../../../src/messages/en/index.ts';

function found({ example }: Check, text: string): readonly Diagnostic[] {
  const file = example.file ?? 'policy.json';
  if (example.exercise !== undefined) {
    const exercise = loadExercise(example.exercise);
    if (exercise === undefined) throw new Error(`There is no exercise ${example.exercise}`);
    const { scenario, ...rest } = gradable(exercise);
    return gradeWith(iamGrader, { ...rest, scenario: scenario as IamScenario }, { [file]: text }).diagnostics;
  }
  const { document, diagnostics } = iamGrader.parse({ [file]: text });
  return document === null ? diagnostics : [...diagnostics, ...iamGrader.lint(document)];
}

const named = checks.map((check) => [check.code, check] as const);

test.each(named)('%s fires, and not on its near miss', (code, check) => {
  const firing = found(check, check.example.fails).filter(({ message }) => message.code === code);
  expect(firing.map(({ severity }) => severity)).toContain(check.severity);
  for (const { range } of firing) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(check.example.fails.length);
  }
  expect(found(check, check.example.passes).map(({ message }) => message.code)).not.toContain(code);
});

test.each(named)('the fix of %s removes it', (code, check) => {
  const text = check.example.fails;
  const firing = found(check, text).filter(({ message }) => message.code === code);
  for (const { fixes } of firing.slice(0, 3)) {
    for (const { edits } of fixes) {
      const mended = edits
        .toSorted((a, b) => b.range.start - a.range.start)
        .reduce((so, { range, text: put }) => so.slice(0, range.start) + put + so.slice(range.end), text);
      expect(found(check, mended).filter(({ message }) => message.code === code)).toHaveLength(firing.length - 1);
    }
  }
});

test('every code of a fault has one check', () => {
  const codes = checks.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const spoken = Object.keys(en).filter(
    (code) => code.startsWith('iam/') && !/^iam\/(fix-|about-|denied-|allowed|left-open)/.test(code),
  );
  expect(spoken.toSorted()).toEqual(codes.toSorted());
});
