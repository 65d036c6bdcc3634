import { describe, expect, test } from 'vitest';
import type { Example } from '../../../src/grading/core/rule.ts';
import type { Diagnostic } from '../../../src/grading/core/types.ts';
import { checks } from '../../../src/grading/network/checks.ts';
import { networkGrader } from '../../../src/grading/network/grader.ts';
import { en } from '../../../src/messages/en/index.ts';
import { grade } from './submissions.ts';

function diagnosticsOf(text: string, { exercise }: Example): readonly Diagnostic[] {
  if (exercise !== undefined) return grade(exercise, text).diagnostics;
  const { document, diagnostics } = networkGrader.parse({ 'endpoints.yaml': text });
  return document === null ? diagnostics : [...diagnostics, ...networkGrader.lint(document)];
}

describe.each(checks)('$code', ({ code, severity, source, example }) => {
  const raised = diagnosticsOf(example.fails, example).filter(({ message }) => message.code === code);

  test('fires on its example, with the severity and the source that it names', () => {
    expect(raised.map((diagnostic) => diagnostic.severity)).toContain(severity);
    expect(raised.map((diagnostic) => diagnostic.source.url)).toContain(source.url);
  });

  test('stays silent on the near miss', () => {
    expect(diagnosticsOf(example.passes, example).map(({ message }) => message.code)).not.toContain(code);
  });

  test('its fixes remove it', () => {
    for (const { fixes, message, range } of raised) {
      for (const fix of fixes) {
        const mended = fix.edits
          .toSorted((a, b) => b.range.start - a.range.start)
          .reduce(
            (text, edit) => text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end),
            example.fails,
          );
        const left = diagnosticsOf(mended, example).filter((other) => other.message.code === message.code);
        expect(left.map((other) => other.range.start)).not.toContain(range.start);
      }
    }
  });
});

test('every diagnostic of the catalog has a check', () => {
  const stepCodes =
    /^network\/(?:reached.*|no-endpoint|no-gateway|(?:exec-key|call)-out-of-reach|call-without-gateway|registry-out-of-reach|dns-attributes-off|depends-on|(?:tag|digest|platform|log-group)-absent|registry-elsewhere|public-registry|first-pull-through|secret-elsewhere|exec-needs-newer-platform|role-policy-.*|endpoint-policy-open|replace-with|remove-tabs)$/;
  const codes = Object.keys(en).filter((code) => code.startsWith('network/') && !stepCodes.test(code));
  expect(
    checks
      .map(({ code }) => code as string)
      .filter((code) => code.startsWith('network/'))
      .toSorted(),
  ).toEqual(codes.toSorted());
});
