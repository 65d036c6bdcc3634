import { inTextOrder, parseAndLint, reportRefusal, reportRun } from '../core/pipeline.ts';
import type { Diagnostic, Exercise, Files, GradeReport, Parsed, Simulation, TraceStep } from '../core/types.ts';
import type { PolicyDocuments } from '../iam/document.ts';
import { iamGrader } from '../iam/grader.ts';
import { findBeyond } from '../iam/simulate.ts';
import type { NetworkDocument } from '../network/document.ts';
import { networkGraderWith } from '../network/grader.ts';
import type { WorkflowDocument } from '../workflow/document.ts';
import { workflowGrader } from '../workflow/grader.ts';
import { runWorkflow } from '../workflow/run.ts';
import { judgePolicies } from './judge-policies.ts';
import { learnersAuthority, stepsOfAssumption, stepsOfUse } from './learners-authority.ts';
import { decidedByPush, platformsByTag, publishedSteps, pushesTo } from './pushed-image.ts';
import type { ChainScenario } from './scenario.ts';
import { weave } from './weave.ts';

const networkGrader = networkGraderWith(judgePolicies);

/** The four texts, each read by the grader of its domain. */
interface Documents {
  readonly workflow: WorkflowDocument;
  readonly policies: PolicyDocuments;
  readonly network: NetworkDocument;
}

/**
 * One run over all files: the workflow's token goes to the trust policy, its registry calls to the policy, what it published to the task.
 * When the real system would refuse one file, the run does not begin. All files of the exercise have to be there.
 */
export function gradeChain(exercise: Exercise<ChainScenario>, files: Files): GradeReport {
  const workflow = parseAndLint(workflowGrader, only(['push.yml'], files));
  const policies = parseAndLint(iamGrader, only(['policy.json', 'trust-policy.json'], files));
  const network = parseAndLint(networkGrader, only(['endpoints.yaml'], files));
  const linted = [...workflow.diagnostics, ...policies.diagnostics, ...network.diagnostics];
  const documents = allRead(workflow, policies, network);
  if (documents === null) return reportRefusal(exercise, fileByFile(exercise.files, linted));
  const run = simulateChain(documents, exercise.scenario);
  return reportRun(exercise, { ...run, diagnostics: fileByFile(exercise.files, [...linted, ...run.diagnostics]) });
}

/** The files of one domain. */
function only(names: readonly string[], files: Files): Files {
  return Object.fromEntries(names.map((name) => [name, files[name] ?? '']));
}

function allRead(
  workflow: Parsed<WorkflowDocument>,
  policies: Parsed<PolicyDocuments>,
  network: Parsed<NetworkDocument>,
): Documents | null {
  if (workflow.refused || policies.refused || network.refused) return null;
  if (workflow.document === null || policies.document === null || network.document === null) return null;
  return { workflow: workflow.document, policies: policies.document, network: network.document };
}

function simulateChain({ workflow, policies, network }: Documents, scenario: ChainScenario): Simulation {
  const run = runWorkflow(workflow, scenario.workflow, learnersAuthority(policies, scenario));
  const { image } = scenario.network.task;
  const pushes = pushesTo(run.effects, image);
  const start = networkGrader.simulate(network, {
    ...scenario.network,
    registry: { published: platformsByTag(pushes) },
  });
  return {
    trace: [
      ...withCallsToAws(run, policies, scenario),
      ...publishedSteps(pushes, run.effects.published),
      ...start.trace.map((step) => decidedByPush(step, pushes, image)),
    ],
    diagnostics: [...run.diagnostics, ...excess(policies, scenario), ...start.diagnostics],
  };
}

/** The workflow's run, and in it every call that one of the two policies decides. */
function withCallsToAws(
  { trace, effects }: ReturnType<typeof runWorkflow>,
  policies: PolicyDocuments,
  scenario: ChainScenario,
): readonly TraceStep[] {
  const assumed = effects.assumptions
    .filter(({ roleArn }) => roleArn === scenario.workflow.role)
    .map((request) => ({ range: request.range, steps: stepsOfAssumption(policies, scenario, request) }));
  const used = effects.registryUses.map((use) => ({
    range: use.range,
    steps: stepsOfUse(policies, scenario, use).map((step) => ({ ...step, operation: 'registry-call' })),
  }));
  return weave(weave(trace, assumed), used);
}

/** What the policies grant beyond this run. It does not stop the run, so here it is a warning. */
function excess(policies: PolicyDocuments, { trust, push }: ChainScenario): readonly Diagnostic[] {
  const found = [trust, push].flatMap((scenario) => findBeyond(policies, scenario));
  return found.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }));
}

/** Diagnostics in the order of the exercise's files, and of the text within each. */
function fileByFile(files: readonly string[], diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return files.flatMap((file) => inTextOrder(diagnostics.filter(({ range }) => range.file === file)));
}
