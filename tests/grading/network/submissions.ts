import { parse } from 'yaml';
import { judgePolicies } from '../../../src/grading/chain/judge-policies.ts';
import { gradeWith } from '../../../src/grading/core/pipeline.ts';
import type { Exercise, Goal, GradeReport } from '../../../src/grading/core/types.ts';
import { networkGraderWith } from '../../../src/grading/network/grader.ts';
import type { NetworkScenario } from '../../../src/grading/network/scenario.ts';

const exerciseFiles = import.meta.glob('/content/exercises/network-*/exercise.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const scenarioFiles = import.meta.glob('/content/scenarios/network/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;

export const scenarios: ReadonlyMap<string, NetworkScenario> = new Map(
  Object.entries(scenarioFiles).map(([path, text]) => [
    path.replace(/^.*\/|\.yaml$/g, ''),
    parse(text) as NetworkScenario,
  ]),
);

/** The grader with what decides policies, as every report is made. */
export const grader = networkGraderWith(judgePolicies);

/** The exercises of this domain, without the curriculum around them. */
export function exerciseNamed(id: string): Exercise<NetworkScenario> {
  const text = exerciseFiles[`/content/exercises/${id}/exercise.yaml`];
  if (text === undefined) throw new Error(`no exercise ${id}`);
  const { goals, files, scenario } = parse(text) as { goals: Goal[]; files: string[]; scenario: string };
  const found = scenarios.get(scenario.replace('network/', ''));
  if (found === undefined) throw new Error(`no scenario ${scenario}`);
  return { id, domain: 'network', files, goals, scenario: found };
}

export function grade(id: string, text: string): GradeReport {
  return gradeWith(grader, exerciseNamed(id), { 'endpoints.yaml': text });
}

export function codesOf({ diagnostics }: Pick<GradeReport, 'diagnostics'>): readonly string[] {
  return diagnostics.map(({ message }) => message.code);
}
