import type { Diagnostic, Simulation, TraceStep } from '../core/types.ts';
import { found, messageOf } from './diagnostic.ts';
import type { Job, WorkflowDocument } from './document.ts';
import { sources } from './facts/sources.ts';
import { readingsIn } from './queries/readings.ts';
import { explainUnmet } from './run/explain.ts';
import { playJob } from './run/job-run.ts';
import type { PlayedJob } from './run/played.ts';
import { servedPlatforms } from './run/serving.ts';
import type { Image, JobRecord } from './run/state.ts';
import { type Start, startOf } from './run/trigger.ts';
import { type Authority, authorityOf, type RunEffects, type WorkflowScenario } from './scenario.ts';

export type {
  Authority,
  AuthorityAnswer,
  RegistryPurpose,
  RegistryRequest,
  RegistryUse,
  RoleAssumption,
  RoleRequest,
  RunEffects,
  WorkflowScenario,
} from './scenario.ts';

/**
 * Plays the run that the scenario's event starts: which jobs and steps run, what each does, and what is in the registry at the end.
 * A step that fails ends the real run; what follows is judged as if it had not, so that all faults show at once. `authority` decides
 * over the role and the registry; without one the scenario does.
 */
export function runWorkflow(
  document: WorkflowDocument,
  scenario: WorkflowScenario,
  authority: Authority = authorityOf(scenario),
): Simulation & { readonly effects: RunEffects } {
  const start = startOf(document, scenario.event);
  if (!start.starts) return notStarted(document, scenario, start);
  const jobs = new Map<string, JobRecord>();
  const played: PlayedJob[] = [];
  let registry: ReadonlyMap<string, Image> = new Map();
  for (const job of inOrder(document.jobs)) {
    const done = playJob(job, { document, scenario, authority, registry, jobs });
    registry = done.registry;
    jobs.set(job.id, done.record);
    played.push(done);
  }
  const serving = servedPlatforms(scenario, registry);
  const trace = [
    startStep(start, scenario),
    ...played.flatMap((job) => job.trace),
    ...ruledOut(document, scenario),
    ...serving.trace,
  ];
  const seen = [
    ...played.flatMap((job) => job.diagnostics),
    ...ruledOutFaults(document, scenario),
    ...pathAdvice(start),
    ...assumedValues(document),
  ];
  const leftOut = played.flatMap((job) => job.leftOut);
  const explained = explainUnmet({
    document,
    scenario,
    trace,
    leftOut,
    hasErrors: seen.some(({ severity }) => severity === 'error'),
  });
  const diagnostics = [...seen, ...explained, ...(explained.length === 0 ? serving.diagnostics : [])];
  return {
    trace,
    diagnostics,
    effects: {
      assumptions: played.flatMap((job) => job.assumptions),
      registryUses: played.flatMap((job) => job.uses),
      published: Object.fromEntries(
        Array.from(registry)
          .filter(([, { isThere }]) => isThere)
          .map(([reference, { platforms }]) => [reference, platforms]),
      ),
    },
  };
}

/** Jobs so that each stands behind those it needs; of the others the file's order is kept. What is left of a circle comes last. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const ordered: Job[] = [];
  const done = new Set<string>();
  let waiting = [...jobs];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every(({ text }) => done.has(text)));
    if (ready.length === 0) return [...ordered, ...waiting];
    for (const job of ready) done.add(job.id);
    ordered.push(...ready);
    waiting = waiting.filter((job) => !done.has(job.id));
  }
  return ordered;
}

const startCodes = {
  'event-not-named': 'workflow/event-not-named',
  'branch-filtered': 'workflow/branch-filtered',
  'tags-only': 'workflow/tags-only',
  'paths-filtered': 'workflow/paths-filtered',
} as const;

function notStarted(
  document: WorkflowDocument,
  { event }: WorkflowScenario,
  { reason, decidedBy }: Start,
): ReturnType<typeof runWorkflow> {
  const code = reason === 'started' ? 'workflow/event-not-named' : startCodes[reason];
  const ref = event.ref.replace(/^refs\/(heads|tags)\//, '');
  const range = decidedBy[0] ?? { file: document.file, start: 0, end: 0 };
  const params = { event: event.name, ref };
  const step: TraceStep = {
    operation: 'start-run',
    kind: 'attempt',
    group: 'on',
    call: `${event.name} ${event.ref}`,
    outcome: 'skipped',
    message: messageOf(code, params),
    said: '',
    stops: true,
    source: sources.events,
    decidedBy: [range],
  };
  return {
    trace: [step],
    diagnostics: [found('error', code, params, range, sources.events)],
    effects: { assumptions: [], registryUses: [], published: {} },
  };
}

function startStep({ decidedBy }: Start, { event }: WorkflowScenario): TraceStep {
  return {
    operation: 'start-run',
    kind: 'attempt',
    group: 'on',
    call: `${event.name} ${event.ref}`,
    outcome: 'allowed',
    message: messageOf('workflow/run-starts', { event: event.name, ref: event.ref }),
    said: '',
    stops: false,
    source: sources.events,
    decidedBy,
  };
}

function pathAdvice({ assumesPaths }: Start): readonly Diagnostic[] {
  return assumesPaths === null ? [] : [found('info', 'workflow/paths-assumed', {}, assumesPaths, sources.events)];
}

const decidingInputs = ['role-to-assume', 'aws-region', 'registry', 'registries', 'tags', 'images'];

/** Secrets and variables that decide, and are taken to hold what the exercise says. */
function assumedValues(document: WorkflowDocument): readonly Diagnostic[] {
  return readingsIn(document)
    .filter(
      ({ path, place, key }) =>
        /^(vars|secrets)$/i.test(path[0] ?? '') && place === 'input' && decidingInputs.includes(key),
    )
    .map(({ path, range }) =>
      found('info', 'workflow/assumed-value', { name: path.join('.') }, range, sources.contexts),
    );
}

function stepsThatUse(document: WorkflowDocument, action: string) {
  return document.jobs
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.text.toLowerCase().startsWith(`${action}@`));
}

/** For each action that the exercise rules out: an operation that is allowed when no step uses it. */
function ruledOut(document: WorkflowDocument, { forbids }: WorkflowScenario): readonly TraceStep[] {
  return forbids.map((action) => {
    const steps = stepsThatUse(document, action);
    return {
      operation: `without-${action.split('/')[1] ?? action}`,
      kind: 'attempt',
      group: 'Result',
      call: `no step uses ${action}`,
      outcome: steps.length === 0 ? 'allowed' : 'denied',
      message:
        steps.length === 0
          ? messageOf('workflow/action-absent', { action })
          : messageOf('workflow/action-ruled-out', { action }),
      said: '',
      stops: false,
      source: sources.loginAction,
      decidedBy: steps.map(({ head }) => head),
    };
  });
}

function ruledOutFaults(document: WorkflowDocument, { forbids }: WorkflowScenario): readonly Diagnostic[] {
  return forbids.flatMap((action) =>
    stepsThatUse(document, action).map(({ head }) =>
      found('error', 'workflow/action-ruled-out', { action }, head, sources.loginAction),
    ),
  );
}
