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

/** The step in front of which others are put. */
export const beforeSetup = '      - uses: docker/setup-qemu-action@v4\n';

/** That step with a script in front of it. */
export function script(...lines: readonly string[]): string {
  return `      - run: |\n${lines.map((line) => `          ${line}\n`).join('')}${beforeSetup}`;
}

/** A piece of the workflow that passes, to be replaced: the role. */
export const role = 'role-to-assume: arn:aws:iam::111122223333:role/github-actions-ecr-push';
/** The step that logs in to ECR. */
export const ecrLogin = '      - id: login\n        uses: aws-actions/amazon-ecr-login@v2\n';
/** The tag that is pushed. */
export const tag = '${{ steps.login.outputs.registry }}/workshop-app:${{ github.sha }}';

/** The registry of the exercises. */
export const host = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com';

/** A job put in before all others. */
export function jobBefore(text: string): string {
  return `jobs:\n${text}`;
}
