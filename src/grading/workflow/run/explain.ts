import type { Diagnostic, SourceRange, TraceStep } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import { documentsOf, inputOf, type Step, stepsOf, type WorkflowDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { registryHost, type WorkflowScenario } from '../scenario.ts';
import type { LeftOut } from './played.ts';

interface Run {
  readonly document: WorkflowDocument;
  readonly scenario: WorkflowScenario;
  readonly trace: readonly TraceStep[];
  readonly leftOut: readonly LeftOut[];
  readonly hasErrors: boolean;
}

/** What a step looks like that was meant for an operation. */
const signs: Readonly<Record<string, RegExp>> = {
  checkout: /actions\/checkout@/i,
  'assume-role': /configure-aws-credentials@/i,
  'ecr-login': /amazon-ecr-login@|docker\/login-action@|docker\s+login/i,
  'login-by-docker-login-action': /docker\/login-action@/i,
  'push-image': /build-push-action@|docker\s+(image\s+)?push|--push|imagetools|manifest\s+push|bake-action/i,
};

/**
 * A run can be green and still not do what is asked. For each operation that never occurred, an error at the place that decides:
 * the condition that left it out, the build that pushes nothing, the job that has no such step.
 */
export function explainUnmet(run: Run): readonly Diagnostic[] {
  const missing = run.scenario.asks.filter(
    ({ operation, platform }) => platform === undefined && !run.trace.some((step) => step.operation === operation),
  );
  return missing.map(({ operation }) => explain(operation, run)).filter((diagnostic) => diagnostic !== null);
}

/** Faults that already say what is missing. */
const saidBefore: Readonly<Record<string, readonly string[]>> = {
  checkout: ['workflow/no-files-to-build'],
  'ecr-login': ['workflow/push-unauthorized', 'workflow/no-basic-auth'],
  'push-image': ['workflow/docker-hub-denied', 'workflow/repository-not-found', 'workflow/push-other-account'],
};

function explain(operation: string, run: Run): Diagnostic | null {
  const isElsewhere = operation === 'ecr-login' && loginElsewhere(run) !== undefined;
  if (!isElsewhere && run.trace.some(({ message }) => saidBefore[operation]?.includes(message.code))) return null;
  const sign = signs[operation];
  const skipped = run.leftOut.find(({ text }) => sign?.test(text) === true);
  if (skipped !== undefined) return found('error', 'workflow/left-out', {}, skipped.range, sources.syntax);
  const unseen = run.trace.find((step) => step.outcome === 'unknown' && step.operation === 'job');
  if (unseen !== undefined) {
    return found('error', 'workflow/cannot-see-inside', {}, unseen.decidedBy[0] ?? lastJob(run), sources.reusable);
  }
  const reason = reasons[operation];
  if (reason !== undefined) return reason(run);
  return run.hasErrors ? null : found('error', 'workflow/never-happened', { operation }, lastJob(run), sources.syntax);
}

/** Why an operation never occurs, though nothing stands in its way; null where another fault says it. */
const reasons: Readonly<Record<string, (run: Run) => Diagnostic | null>> = {
  checkout: (run) => found('error', 'workflow/no-checkout', {}, beginning(run), sources.checkout),
  'assume-role': explainNoRole,
  'ecr-login': explainNoLogin,
  'login-by-docker-login-action': (run) =>
    run.hasErrors ? null : found('error', 'workflow/no-docker-login-action', {}, pushPlace(run), sources.loginAction),
  'push-image': explainNoPush,
};

function explainNoRole(run: Run): Diagnostic {
  const keys = run.trace.find((step) => step.operation === 'use-keys');
  if (keys === undefined) return found('error', 'workflow/no-role-assumed', {}, beginning(run), sources.configureAws);
  return found('error', 'workflow/keys-where-oidc-is-asked', {}, keys.decidedBy[0] ?? lastJob(run), sources.oidc);
}

function explainNoLogin(run: Run): Diagnostic {
  const elsewhere = loginElsewhere(run);
  const host = registryHost(run.scenario.account, run.scenario.region);
  const source = sources.ecrAuthentication;
  if (elsewhere === undefined) return found('error', 'workflow/no-ecr-login', { host }, pushPlace(run), source);
  return found('error', 'workflow/login-elsewhere', { host }, elsewhere.decidedBy[0] ?? lastJob(run), source);
}

function loginElsewhere({ trace }: Run): TraceStep | undefined {
  return trace.find((step) => step.operation === 'login-elsewhere');
}

function explainNoPush(run: Run): Diagnostic | null {
  const { document, trace, scenario } = run;
  const elsewhere = trace.find((step) => step.operation === 'push-elsewhere');
  const repository = scenario.repositories[0];
  if (elsewhere !== undefined)
    return found(
      'error',
      'workflow/pushed-elsewhere',
      { repository },
      elsewhere.decidedBy[0] ?? lastJob(run),
      sources.buildPush,
      { related: elsewhere.decidedBy.slice(1) },
    );
  const built = trace.find((step) => step.operation === 'build' && step.outcome === 'allowed');
  if (built !== undefined) {
    const step = pushingStep(run);
    const push = step === undefined ? undefined : inputOf(step, 'push');
    return found(
      'error',
      'workflow/built-but-not-pushed',
      {},
      push?.range ?? built.decidedBy[0] ?? lastJob(run),
      sources.buildPush,
    );
  }
  const hasBuild = trace.some((step) => step.operation === 'build');
  return hasBuild
    ? null
    : found('error', 'workflow/nothing-pushed', { repository }, lastStep(document) ?? lastJob(run), sources.buildPush);
}

function pushingStep({ document }: Run): Step | undefined {
  return documentsOf(document)
    .flatMap(stepsOf)
    .find(({ uses, run }) => signs['push-image']?.test(`${uses?.text ?? ''} ${run?.text ?? ''}`));
}

function pushPlace(run: Run): SourceRange {
  return pushingStep(run)?.head ?? lastJob(run);
}

function lastStep({ jobs }: WorkflowDocument): SourceRange | undefined {
  return jobs.at(-1)?.steps.at(-1)?.head;
}

function lastJob({ document }: Run): SourceRange {
  return document.jobs.at(-1)?.idRange ?? { file: document.file, start: 0, end: 0 };
}

function beginning({ document }: Run): SourceRange {
  return document.jobs[0]?.steps[0]?.head ?? document.jobs[0]?.idRange ?? { file: document.file, start: 0, end: 0 };
}
