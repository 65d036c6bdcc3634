import type { Rule } from '../../core/rule.ts';
import { itemsOf } from '../actions/inputs.ts';
import { readReference } from '../actions/metadata.ts';
import { found } from '../diagnostic.ts';
import { inputOf, type WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';
import { childOf, scalarOf } from '../yaml/tree.ts';

/** A job that may hang for six hours. */
export const noTimeout: Rule<WorkflowDocument> = {
  code: 'workflow/no-timeout',
  severity: 'info',
  source: sources.syntax,
  example: changed('    timeout-minutes: 20\n', ''),
  check: ({ jobs }) =>
    jobs
      .filter(({ timeout, uses, steps }) => timeout === undefined && uses === undefined && steps.length > 0)
      .map(({ idRange }) => found('info', 'workflow/no-timeout', {}, idRange, sources.syntax)),
};

/** An image that only has a name which moves on. */
export const movingTag: Rule<WorkflowDocument> = {
  code: 'workflow/moving-tag',
  severity: 'info',
  source: sources.buildPush,
  example: changed('workshop-app:${{ github.sha }}', 'workshop-app:latest'),
  check: ({ jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .filter((step) => readReference(step.uses?.text ?? '').name === 'docker/build-push-action')
      .flatMap((step) => {
        const tags = inputOf(step, 'tags');
        const items = itemsOf(scalarOf(tags?.value)?.text ?? '', 'lines-and-commas');
        if (
          tags === undefined ||
          items.length === 0 ||
          !items.every((item) => /:(latest|main|master|stable)$|github\.ref_name\s*\}\}$/.test(item))
        )
          return [];
        return [
          found(
            'info',
            'workflow/moving-tag',
            { tag: items[0]?.split(':').pop() ?? '' },
            tags.value.range,
            sources.buildPush,
          ),
        ];
      }),
};

/** An environment changes what the token says of the run. */
export const environmentChangesSubject: Rule<WorkflowDocument> = {
  code: 'workflow/environment-changes-subject',
  severity: 'warning',
  source: sources.subject,
  example: changed(
    '    timeout-minutes: 20',
    '    timeout-minutes: 20\n    environment: production',
    '    timeout-minutes: 20\n    concurrency: production',
  ),
  check: ({ jobs }) =>
    jobs.flatMap(({ environment, steps }) => {
      if (environment === undefined || !steps.some((step) => inputOf(step, 'role-to-assume') !== undefined)) return [];
      const name = scalarOf(environment.value) ?? scalarOf(childOf(environment.value, 'name'));
      return [
        found(
          'warning',
          'workflow/environment-changes-subject',
          { environment: name?.text ?? '' },
          environment.range,
          sources.subject,
        ),
      ];
    }),
};

/** A file that only the learner's repository can show. */
export const unknownFile: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-file',
  severity: 'info',
  source: sources.buildPush,
  example: changed(
    '          context: .',
    '          context: .\n          file: docker/Dockerfile',
    '          context: .\n          file: ./Dockerfile',
  ),
  check: ({ jobs }) =>
    jobs
      .flatMap(({ steps }) => steps)
      .filter((step) => readReference(step.uses?.text ?? '').name === 'docker/build-push-action')
      .flatMap((step) => [inputOf(step, 'file'), inputOf(step, 'context')])
      .filter((entry) => entry !== undefined)
      .filter(({ value }) => !/^$|^(\.\/?)?(Dockerfile)?$|:\/\/|\$\{\{|\{\{/.test(scalarOf(value)?.text ?? ''))
      .map(({ value }) =>
        found('info', 'workflow/unknown-file', { path: scalarOf(value)?.text ?? '' }, value.range, sources.buildPush),
      ),
};
