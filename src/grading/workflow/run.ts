import type { Diagnostic, Simulation, TraceStep } from '../core/types.ts';
import { found, messageOf } from './diagnostic.ts';
import { documentsOf, type Job, type WorkflowDocument } from './document.ts';
import { sources } from './facts/sources.ts';
import { readingsIn } from './queries/readings.ts';
import { explainUnmet } from './run/explain.ts';
import { frameOfEvent } from './run/frame.ts';
import { playJobs } from './run/jobs.ts';
import { maxCommands } from './run/limits.ts';
import type { PlayedJob } from './run/played.ts';
import { ruledOut, ruledOutFaults } from './run/ruled-out.ts';
import { servedPlatforms } from './run/serving.ts';
import type { Image } from './run/state.ts';
import { traceStep } from './run/trace.ts';
import { type Start, startOf } from './run/trigger.ts';
import { type Authority, authorityOf, type RunEffects, shortRef, type WorkflowScenario } from './scenario.ts';

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

type Run = Simulation & { readonly effects: RunEffects };

/**
 * Plays the run that the scenario's event starts: which jobs and steps run, what each does, and what is in the registry at the end.
 * A step that fails ends the real run; what follows is judged as if it had not, so that all faults show at once. `authority` decides
 * over the role and the registry; without one the scenario does.
 */
export function runWorkflow(
  document: WorkflowDocument,
  scenario: WorkflowScenario,
  authority: Authority = authorityOf(scenario),
): Run {
  const start = startOf(document, scenario.event);
  if (!start.starts) return notStarted(document, scenario, start);
  const { jobs, registry, cutOff } = playJobs(document, {
    document,
    scenario,
    authority,
    frame: frameOfEvent(document, scenario),
    registry: new Map(),
    taken: [],
    commandsLeft: maxCommands,
  });
  const serving = servedPlatforms(scenario, registry);
  const trace = [
    startStep(start, scenario),
    ...jobs.flatMap((job) => job.trace),
    ...ruledOut(document, scenario),
    ...serving.trace,
  ];
  const seen = [
    ...jobs.flatMap((job) => job.diagnostics),
    ...ruledOutFaults(document, scenario),
    ...pathAdvice(start),
    ...assumedValues(document),
  ];
  const effects = effectsOf(jobs, registry);
  if (cutOff !== null) return { trace, diagnostics: [...seen, cutOffFault(cutOff)], effects };
  const hasErrors = seen.some(({ severity }) => severity === 'error');
  const leftOut = jobs.flatMap((job) => job.leftOut);
  const explained = explainUnmet({ document, scenario, trace, leftOut, hasErrors });
  return { trace, diagnostics: [...seen, ...(explained.length > 0 ? explained : serving.diagnostics)], effects };
}

/** What the run did to the outside; a tag that no client can pull is not published. */
function effectsOf(jobs: readonly PlayedJob[], registry: ReadonlyMap<string, Image>): RunEffects {
  const published = Array.from(registry).filter(([, { isThere }]) => isThere);
  return {
    assumptions: jobs.flatMap((job) => job.assumptions),
    registryUses: jobs.flatMap((job) => job.uses),
    published: Object.fromEntries(published.map(([reference, { platforms }]) => [reference, platforms])),
  };
}

function cutOffFault({ idRange }: Job): Diagnostic {
  return found('error', 'workflow/run-too-long', { limit: maxCommands }, idRange, sources.inferred);
}

const startCodes = {
  'event-not-named': 'workflow/event-not-named',
  'branch-filtered': 'workflow/branch-filtered',
  'activity-filtered': 'workflow/event-not-named',
  'tags-only': 'workflow/tags-only',
  'paths-filtered': 'workflow/paths-filtered',
} as const;

function notStarted({ file }: WorkflowDocument, { event }: WorkflowScenario, { reason, decidedBy }: Start): Run {
  const code = reason === 'started' ? 'workflow/event-not-named' : startCodes[reason];
  const params = { event: event.name, ref: event.pull?.base ?? shortRef(event.ref) };
  const range = decidedBy[0] ?? { file, start: 0, end: 0 };
  const step = traceStep({
    operation: 'start-run',
    group: 'on',
    call: `${event.name} ${event.ref}`,
    outcome: 'skipped',
    message: messageOf(code, params),
    stops: true,
    source: sources.events,
    decidedBy: [range],
  });
  return {
    trace: [step],
    diagnostics: [found('error', code, params, range, sources.events)],
    effects: effectsOf([], new Map()),
  };
}

function startStep({ decidedBy }: Start, { event }: WorkflowScenario): TraceStep {
  return traceStep({
    operation: 'start-run',
    group: 'on',
    call: `${event.name} ${event.ref}`,
    outcome: 'allowed',
    message: messageOf('workflow/run-starts', { event: event.name, ref: event.pull?.base ?? event.ref }),
    source: sources.events,
    decidedBy,
  });
}

function pathAdvice({ assumesPaths }: Start): readonly Diagnostic[] {
  return assumesPaths === null ? [] : [found('info', 'workflow/paths-assumed', {}, assumesPaths, sources.events)];
}

const decidingInputs = ['role-to-assume', 'aws-region', 'registry', 'registries', 'tags', 'images'];

/** Secrets and variables that decide, and are taken to hold what the exercise says. */
function assumedValues(document: WorkflowDocument): readonly Diagnostic[] {
  return documentsOf(document)
    .flatMap(readingsIn)
    .filter(({ context }) => context === 'vars' || context === 'secrets')
    .filter(({ place, key }) => place === 'input' && decidingInputs.includes(key))
    .map(({ path, range }) =>
      found('info', 'workflow/assumed-value', { name: path.join('.') }, range, sources.contexts),
    );
}
