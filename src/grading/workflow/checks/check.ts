import type { Code } from '../../../messages/index.ts';
import type { Check, Example } from '../../core/rule.ts';
import type { Severity, Source } from '../../core/types.ts';
import { sourceOf } from '../facts/failures.ts';
import { changed, changedInRun } from './example.ts';

/** A check of a code that is raised outside of the rules. */
export function check(code: Code, source: Source, example: Example, severity: Severity = 'error'): Check {
  return { code, severity, source, example };
}

/** A check of a failure on record, shown by one change to the workflow that passes. */
export function failing(code: Code, from: string, to: string, alsoPasses?: string): Check {
  return check(code, sourceOf(code), changedInRun(from, to, alsoPasses));
}

/** A check of what is refused before any run. */
export function refused(code: Code, source: Source, from: string, to: string, alsoPasses?: string): Check {
  return check(code, source, changed(from, to, alsoPasses));
}

/** A step put in before the first one that sets something up, as the two halves of a replacement. */
export const beforeSetup = '      - uses: docker/setup-qemu-action@v4\n';

/** The same place with a script in front of it. */
export function script(...lines: readonly string[]): string {
  return `      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}${beforeSetup}`;
}
