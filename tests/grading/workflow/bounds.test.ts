import { describe, expect, test } from 'vitest';
import { gradeText } from './grade-case.ts';

/** Texts that are small, but ask for much; what they ask for is not all done, and the learner is told. */

function codesFor(text: string): readonly string[] {
  return gradeText('workflow-multi-platform', text).diagnostics.map(({ message }) => message.code);
}

function job(steps: string, more = ''): string {
  return `on: push\njobs:\n  push:\n    runs-on: ubuntu-24.04\n${more}    steps:\n${steps}`;
}

function script(...lines: readonly string[]): string {
  return `      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}`;
}

const digits = '0 1 2 3 4 5 6 7 8 9';

test('a loop in a loop in a loop is left where nobody reads on', () => {
  const loop = 'abcdefgh'
    .split('')
    .reduce((body, name) => `for ${name} in ${digits}; do ${body}; done`, 'docker build .');
  expect(codesFor(job(script(loop)))).toContain('workflow/run-too-long');
});

test('a matrix shares one measure of commands', () => {
  const matrix = `    strategy: { matrix: { x: [${digits.replaceAll(' ', ', ')}], y: [${digits.replaceAll(' ', ', ')}] } }\n`;
  const lines = Array.from({ length: 30 }, (_, index) => `docker build -t a:${index} .`);
  expect(codesFor(job(script(...lines), matrix))).toContain('workflow/run-too-long');
});

test('a variable that doubles and doubles again is only known to be there', () => {
  const doubling = Array.from({ length: 60 }, () => 'X="${X}${X}${X}${X}"');
  expect(codesFor(job(script('X=abcdefgh', ...doubling, 'test -n "$X"')))).not.toContain('workflow/exit-code');
});

test('so is a value that expressions and the file of variables multiply', () => {
  const format = "${{ format('{0}{0}{0}{0}{0}{0}{0}{0}{0}{0}', env.A) }}";
  const steps = Array.from({ length: 40 }, () => script(`echo "A=${format}" >> "$GITHUB_ENV"`)).join('');
  expect(codesFor(job(steps, '    env: { A: abcdefgh }\n'))).not.toContain('workflow/run-too-long');
});

test.each([
  ['negations', `${'!'.repeat(45)}true`],
  ['comparisons', `${'('.repeat(22)}1${' == 1)'.repeat(22)}`],
  ['calls', `${'contains('.repeat(22)}'a'${", 'a')".repeat(22)}`],
])('nested %s are each worked out once', (_, expression) => {
  // To work an operand out twice at each level would take hours.
  expect(codesFor(job(`      - run: echo\n        if: \${{ ${expression} }}\n`))).toBeInstanceOf(Array);
});

describe.each(['constructor', '__proto__', 'toString'])('%s is a name like any other', (name) => {
  const onMachine = `on: push\njobs:\n  a:\n    runs-on: ${name}\n    steps:\n      - run: echo\n`;

  test('of a runner', () => {
    expect(codesFor(onMachine)).toContain('workflow/no-runner');
  });

  test('of an action', () => {
    expect(
      codesFor(job(`      - uses: ${name}\n        id: a\n      - run: echo \${{ steps.a.outputs.x }}\n`)),
    ).toContain('workflow/malformed-uses');
  });

  test('of a platform', () => {
    const { diagnostics } = gradeText(
      'workflow-multi-platform',
      job(script(`docker build --platform linux/${name} .`)),
    );
    const [unknown] = diagnostics.filter(({ message }) => message.code === 'workflow/unknown-platform');
    expect(unknown?.message.params).toEqual({ platform: `linux/${name.toLowerCase()}` });
  });
});
