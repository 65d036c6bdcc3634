import { runRules } from '../core/rule.ts';
import type { Grader } from '../core/types.ts';
import { found } from './diagnostic.ts';
import { documentOf, type WorkflowDocument } from './document.ts';
import { sources } from './facts/sources.ts';
import { readAsGithub } from './github-reader.ts';
import { correctReader, longExpressions } from './missed-by-reader.ts';
import { rules } from './rules/index.ts';
import { runWorkflow } from './run.ts';
import type { WorkflowScenario } from './scenario.ts';
import { readWorkflowYaml } from './yaml/read.ts';

export type { WorkflowDocument } from './document.ts';
export type { WorkflowScenario } from './scenario.ts';

/** Reads a workflow as GitHub does, lints it, and plays the run that a push to it would start. */
export const workflowGrader: Grader<WorkflowDocument, WorkflowScenario, unknown> = {
  parse(files) {
    const [file, text] = Object.entries(files)[0] ?? ['push.yml', null];
    if (text === null) {
      const range = { file, start: 0, end: 0 };
      return {
        document: null,
        refused: true,
        diagnostics: [found('error', 'core/missing-file', { file }, range, sources.syntax)],
      };
    }
    const yaml = readWorkflowYaml(text, file);
    if (yaml.root === null) return { document: null, refused: true, diagnostics: yaml.diagnostics };
    const document = documentOf(yaml.root, yaml.text, file, yaml.refused);
    if (yaml.refused) return { document, refused: true, diagnostics: yaml.diagnostics };
    const tooLong = longExpressions(document);
    if (tooLong.length > 0) return { document, refused: true, diagnostics: [...yaml.diagnostics, ...tooLong] };
    const github = correctReader(readAsGithub(yaml.text, file), document);
    return { document, refused: github.length > 0, diagnostics: [...yaml.diagnostics, ...github] };
  },
  lint: (document) => (document.broken ? [] : runRules(rules, document)),
  simulate(document, scenario) {
    const { trace, diagnostics } = runWorkflow(document, scenario);
    return { trace, diagnostics };
  },
};
