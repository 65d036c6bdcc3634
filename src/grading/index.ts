import type { ChainScenario } from './chain/scenario.ts';
import { maxDiagnostics } from './core/limits.ts';
import { reportMissingFiles } from './core/missing-files.ts';
import { gradeWith, parseAndLint } from './core/pipeline.ts';
import type { Check } from './core/rule.ts';
import type { Diagnostic, Domain, Exercise, Files, GradeReport, Grader } from './core/types.ts';
import type { Measure } from './iam/measure.ts';
import type { IamScenario } from './iam/scenario.ts';

export { nearest } from './core/nearest.ts';
export type { Completions, Hover } from './core/offer.ts';
export type * from './core/rule.ts';
export type * from './core/types.ts';
export type { BeyondAction, Measure, Proposal, ProvenCall, Score } from './iam/measure.ts';
export type { BilledEndpoint, NetworkBill, Usd } from './network/bill.ts';
export type { NetworkScenario } from './network/scenario.ts';

/** The domains, in the order of the lessons. */
export const domains: readonly Domain[] = ['workflow', 'iam', 'network'];

/** What a bare `lint` may be told about a file: which kind of policy it is. */
export interface LintOptions {
  readonly policyType?: 'identity' | 'trust' | 'resource';
}

// biome-ignore lint/suspicious/noExplicitAny: each grader knows its own document and scenario; here they only pass through
type AnyGrader = Grader<any, any, LintOptions | undefined>;

/** Each domain's grader, loaded when it is first needed: a page that asks for one policy never fetches the workflow parser. */
const graders: Readonly<Record<Domain, (files: Files) => Promise<AnyGrader>>> = {
  iam: async () => (await import('./iam/grader.ts')).iamGrader,
  workflow: async () => (await import('./workflow/grader.ts')).workflowGrader,
  network: loadNetworkGrader,
};

/** Endpoint policies are decided by IAM's evaluation, which only texts that have one need. */
async function loadNetworkGrader(files: Files): Promise<AnyGrader> {
  const mentionsPolicy = Object.values(files).some((text) => /polic/i.test(text));
  const [{ networkGraderWith }, judge] = await Promise.all([
    import('./network/grader.ts'),
    mentionsPolicy ? import('./chain/judge-policies.ts') : null,
  ]);
  return networkGraderWith(judge?.judgePolicies ?? null);
}

const checks: Readonly<Record<Domain, () => Promise<readonly Check[]>>> = {
  iam: async () => (await import('./iam/checks.ts')).checks,
  workflow: async () => (await import('./workflow/checks.ts')).checks,
  network: async () => (await import('./network/checks.ts')).checks,
};

/** Everything that a domain may find, each with its examples, which no grader needs. */
export function checksOf(domain: Domain): Promise<readonly Check[]> {
  return checks[domain]();
}

/** Grades a submission: what the real system would do with it, and which goals that meets. Never rejects because of a text. */
export async function grade(exercise: Exercise, files: Files): Promise<GradeReport> {
  const incomplete = reportMissingFiles(exercise, files);
  if (incomplete !== null) return incomplete;
  const report = await gradeComplete(exercise, ownFirst(exercise.files, files));
  return { ...report, diagnostics: report.diagnostics.slice(0, maxDiagnostics) };
}

/** The files with those of the exercise in front, in its order: a workflow may call others that lie beside it. */
function ownFirst(names: readonly string[], files: Files): Files {
  return { ...Object.fromEntries(names.map((name) => [name, files[name] ?? ''])), ...files };
}

async function gradeComplete(exercise: Exercise, files: Files): Promise<GradeReport> {
  if (exercise.domain !== 'chain') return gradeWith(await graders[exercise.domain](files), exercise, files);
  const { gradeChain } = await import('./chain/grade-chain.ts');
  return gradeChain(exercise as Exercise<ChainScenario>, files);
}

/** What can be said of a text without any exercise. Never rejects because of a text. */
export async function lint(domain: Domain, files: Files, options?: LintOptions): Promise<readonly Diagnostic[]> {
  const grader = await graders[domain](files);
  return parseAndLint(grader, files, options).diagnostics.slice(0, maxDiagnostics);
}

/** IAM's evaluation on its own, without an exercise; loaded when it is first needed. */
export function loadAuthorization(): Promise<typeof import('./iam/authorize.ts')> {
  return import('./iam/authorize.ts');
}

/** What an editor may offer and say in a policy; loaded when it is first needed. */
export function loadPolicyLanguage(): Promise<typeof import('./iam/language.ts')> {
  return import('./iam/language.ts');
}

/** What an editor may offer and say in a workflow; loaded when it is first needed, and no part of grading. */
export function loadWorkflowLanguage(): Promise<typeof import('./workflow/language.ts')> {
  return import('./workflow/language.ts');
}

/**
 * How far identity policies go beyond what a scenario of IAM (`content/scenarios/iam`) attempts, and a smaller one where that is asked for.
 * Rejects for what is no such scenario, never because of a text.
 */
export async function measure(
  scenario: unknown,
  files: Files,
  options: { readonly proposes: boolean },
): Promise<Measure> {
  const { measurePolicies } = await import('./iam/measure.ts');
  return measurePolicies(files, scenario as IamScenario, options);
}

/** What a file of endpoints costs, beside a NAT gateway, and which of them a task never uses; loaded when it is first needed. */
export function loadNetworkBill(): Promise<typeof import('./network/bill.ts')> {
  return import('./network/bill.ts');
}
