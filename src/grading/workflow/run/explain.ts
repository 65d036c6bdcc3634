import type { Diagnostic, SourceRange, TraceStep } from '../../core/types.ts';
import { found } from '../diagnostic.ts';
import type { Step, WorkflowDocument } from '../document.ts';
import { inputOf } from '../document.ts';
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
  const isElsewhere = operation === 'ecr-login' && run.trace.some((step) => step.operation === 'login-elsewhere');
  if (!isElsewhere && run.trace.some(({ message }) => saidBefore[operation]?.includes(message.code))) return null;
  const sign = signs[operation];
  const skipped = run.leftOut.find(({ text }) => sign?.test(text) === true);
  if (skipped !== undefined) return found('error', 'workflow/left-out', {}, skipped.range, sources.syntax);
  if (run.trace.some((step) => step.outcome === 'unknown' && step.operation === 'job')) {
    const [called] = run.document.jobs.flatMap(({ uses }) => (uses === undefined ? [] : [uses.range]));
    return found('error', 'workflow/cannot-see-inside', {}, called ?? lastJob(run), sources.reusable);
  }
  switch (operation) {
    case 'checkout':
      return found('error', 'workflow/no-checkout', {}, beginning(run), sources.checkout);
    case 'assume-role': {
      const keys = run.trace.find((step) => step.operation === 'use-keys');
      if (keys !== undefined)
        return found('error', 'workflow/keys-where-oidc-is-asked', {}, keys.decidedBy[0] ?? lastJob(run), sources.oidc);
      return found('error', 'workflow/no-role-assumed', {}, beginning(run), sources.configureAws);
    }
    case 'ecr-login': {
      const elsewhere = run.trace.find((step) => step.operation === 'login-elsewhere');
      const host = registryHost(run.scenario.account, run.scenario.region);
      if (elsewhere !== undefined)
        return found(
          'error',
          'workflow/login-elsewhere',
          { host },
          elsewhere.decidedBy[0] ?? lastJob(run),
          sources.ecrAuthentication,
        );
      return found(
        'error',
        'workflow/no-ecr-login',
        { host },
        pushingStep(run)?.head ?? lastJob(run),
        sources.ecrAuthentication,
      );
    }
    case 'login-by-docker-login-action':
      return run.hasErrors
        ? null
        : found(
            'error',
            'workflow/no-docker-login-action',
            {},
            pushingStep(run)?.head ?? lastJob(run),
            sources.loginAction,
          );
    case 'push-image':
      return explainNoPush(run);
    default:
      return run.hasErrors
        ? null
        : found('error', 'workflow/never-happened', { operation }, lastJob(run), sources.syntax);
  }
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
  return document.jobs
    .flatMap(({ steps }) => steps)
    .find(({ uses, run }) => signs['push-image']?.test(`${uses?.text ?? ''} ${run?.text ?? ''}`));
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
