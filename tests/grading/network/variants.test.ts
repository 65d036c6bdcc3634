import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadChecks } from '../../../src/messages/index.ts';
import { renderReport } from '../../../src/report/index.ts';
import { grade } from './submissions.ts';

/** An answer of the kinds of the recorded cases; `README.md` beside them says what the keys mean. */
interface Variant {
  readonly is: 'pass' | 'warn' | 'fail';
  readonly why: string;
  readonly text?: string;
  readonly base?: string;
  readonly change?: readonly (readonly [string, string, 'all'?])[];
  readonly append?: string;
  readonly newline?: string;
  readonly mayWarn?: boolean;
  readonly underlines?: string;
  readonly cites?: string;
  readonly trace?: string;
}

const root = join(import.meta.dirname, '../../cases/network');
const checks = await loadChecks('en');
/** Each file of variants, the exercise they answer, and the case that they start from unless they say otherwise. */
const collections = [
  ['fargate-endpoints', 'fargate-endpoints', 'network-fargate-endpoints/pass/resolved-list.yaml'],
  ['security-groups', 'security-groups', 'network-security-groups/pass/one-group-for-all.yaml'],
  ['from-nothing', 'from-nothing', 'network-from-nothing/pass/minimal.yaml'],
  ['terraform', 'from-nothing', 'network-from-nothing/pass/minimal.yaml'],
  ['routes', 'from-nothing', 'network-from-nothing/pass/cfn.template.yaml'],
] as const;

describe.each(collections)('%s', (collection, exercise, usual) => {
  const variants = parse(readFileSync(join(root, `variants/${collection}.yaml`), 'utf8')) as Variant[];

  test.each(variants)('$is: $why', (variant) => {
    const text = textOf(variant, usual);
    const { verdict, diagnostics, trace } = renderReport(
      grade(`network-${exercise}`, text),
      { 'endpoints.yaml': text },
      {},
      checks,
    );
    const severities = diagnostics.map(({ severity }) => severity);
    if (variant.is === 'fail') expect(verdict).not.toBe('passed');
    else expect(verdict, JSON.stringify(diagnostics, null, 1)).toBe('passed');
    if (variant.is === 'pass' && !variant.mayWarn) expect(severities).not.toContain('warning');
    if (variant.is === 'warn') expect(severities).toContain('warning');
    if (variant.underlines !== undefined) {
      const found = diagnostics
        .filter(({ severity }) => severity !== 'info')
        .map(({ start, end }) => text.slice(start.offset, end.offset));
      expect(placesTouched(text, variant.underlines, diagnostics), JSON.stringify(found)).toBe(true);
    }
    if (variant.cites !== undefined)
      expect(diagnostics.some(({ source }) => new RegExp(variant.cites ?? '').test(source))).toBe(true);
    if (variant.trace !== undefined) {
      const stop = trace.find(({ outcome }) => outcome === 'denied');
      expect(`${stop?.operation}\n${stop?.call}\n${stop?.message}`).toMatch(new RegExp(variant.trace));
    }
  });
});

function textOf({ text, base, change = [], append = '', newline = '\n' }: Variant, usual: string): string {
  const start = text ?? readFileSync(join(root, base ?? usual), 'utf8');
  const changed = change.reduce((current, [from, to, all]) => {
    if (!current.includes(from)) throw new Error(`${JSON.stringify(from)} is not there`);
    return all === 'all' ? current.replaceAll(from, to) : current.replace(from, to);
  }, start);
  return `${changed}${append}`.replaceAll('\n', newline);
}

interface Touch {
  readonly severity: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** True when an error or warning touches some place of a text without spreading over half the file. */
function placesTouched(text: string, part: string, diagnostics: readonly Touch[]): boolean {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return diagnostics.some(
    ({ severity, start, end }) =>
      severity !== 'info' &&
      end.offset - start.offset < Math.max(200, text.length / 3) &&
      places.some((at) => start.offset < at + part.length && Math.max(end.offset, start.offset + 1) > at),
  );
}
