import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadChecks } from '../../../src/messages/index.ts';
import { type Report, renderReport } from '../../../src/report/index.ts';
import { grade } from './submissions.ts';

interface Expected {
  readonly why: string;
  readonly mayWarn?: boolean;
  readonly cites?: string;
  readonly line?: number | readonly number[];
  readonly severity?: string;
  readonly trace?: string;
}

const root = join(import.meta.dirname, '../../cases/network');
const expectations = JSON.parse(readFileSync(join(root, 'expect.json'), 'utf8')) as Record<string, Expected>;
const checks = await loadChecks('en');
const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\/(?:pass|warn|fail)\/[^/]+$/.test(name),
);

describe.each(names)('%s', (name) => {
  const [exercise = '', folder = ''] = name.split('/');
  const text = decode(readFileSync(join(root, name)));
  const expected = expectations[name] ?? { why: 'no expectation on record' };
  const report = renderReport(grade(exercise, text), { 'endpoints.yaml': text }, {}, checks);
  const severities = report.diagnostics.map(({ severity }) => severity);

  test(expected.why, () => {
    expect(Object.keys(expectations)).toContain(name);
    if (folder === 'fail') expect(report.verdict).not.toBe('passed');
    else expect(report.verdict).toBe('passed');
    if (folder === 'pass') expect(severities).not.toContain('error');
    if (folder === 'pass' && !expected.mayWarn) expect(severities).not.toContain('warning');
    if (folder === 'warn') expect(severities).toContain('warning');
  });

  if (expected.line !== undefined)
    test('underlines the line', () => {
      const wanted = expected.severity ? [expected.severity] : folder === 'warn' ? ['warning'] : ['error', 'warning'];
      const lines = [expected.line ?? []].flat();
      expect(linesUnderlined(report, wanted).some((line) => lines.includes(line))).toBe(true);
    });

  if (expected.cites !== undefined)
    test('cites the documentation', () => {
      const cited = report.diagnostics.filter(({ severity }) => severity === 'warning').map(({ source }) => source);
      expect(cited.some((source) => new RegExp(expected.cites ?? '').test(source))).toBe(true);
    });

  if (expected.trace !== undefined)
    test('stops where the real task stops', () => {
      const step = report.trace.find(({ outcome }) => outcome === 'denied');
      expect(`${step?.operation}\n${step?.call}\n${step?.message}`).toMatch(new RegExp(expected.trace ?? ''));
    });
});

function linesUnderlined({ diagnostics }: Report, severities: readonly string[]): readonly number[] {
  return diagnostics
    .filter(({ severity, start, end }) => severities.includes(severity) && end.line - start.line < 10)
    .flatMap(({ start, end }) => Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index));
}

/** As the command line reads a file: by its byte order mark, else UTF-8. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
