import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { gradeWith } from '../../../src/grading/core/pipeline.ts';
import type { Files, GradeReport } from '../../../src/grading/core/types.ts';
import { type WorkflowScenario, workflowGrader } from '../../../src/grading/workflow/grader.ts';

export type WorkflowExercise = 'workflow-four-steps' | 'workflow-docker-login' | 'workflow-multi-platform';

/** Grades a text as an answer to one of the exercises, without the content loader; with other workflows beside it, where it calls some. */
export function gradeText(exercise: WorkflowExercise, text: string, beside: Files = {}): GradeReport {
  const definition = parse(readFileSync(`content/exercises/${exercise}/exercise.yaml`, 'utf8'));
  const scenario: WorkflowScenario = parse(readFileSync(`content/scenarios/${definition.scenario}.yaml`, 'utf8'));
  return gradeWith(workflowGrader, { ...definition, id: exercise, scenario }, { 'push.yml': text, ...beside });
}

export function lintText(text: string, beside: Files = {}) {
  const { document, diagnostics } = workflowGrader.parse({ 'push.yml': text, ...beside });
  return document === null ? diagnostics : [...diagnostics, ...workflowGrader.lint(document)];
}
