import { runRules } from '../core/rule.ts';
import type { Grader } from '../core/types.ts';
import { readSubmission } from './calls/read-submission.ts';
import { found } from './diagnostic.ts';
import { documentsOf, type WorkflowDocument } from './document.ts';
import { sources } from './facts/sources.ts';
import { rules } from './rules/index.ts';
import { runWorkflow } from './run.ts';
import type { WorkflowScenario } from './scenario.ts';

export type { WorkflowDocument } from './document.ts';
export type { WorkflowScenario } from './scenario.ts';

/** Reads a workflow as GitHub does, lints it, and plays the run that a push to it would start. */
export const workflowGrader: Grader<WorkflowDocument, WorkflowScenario, unknown> = {
  parse(files) {
    const [file = 'push.yml'] = Object.keys(files);
    if (files[file] !== undefined) return readSubmission(files);
    const range = { file, start: 0, end: 0 };
    return {
      document: null,
      refused: true,
      diagnostics: [found('error', 'core/missing-file', { file }, range, sources.syntax)],
    };
  },
  lint: (document) => documentsOf(document).flatMap((each) => (each.broken ? [] : runRules(rules, each))),
  simulate(document, scenario) {
    const { trace, diagnostics } = runWorkflow(document, scenario);
    return { trace, diagnostics };
  },
};
