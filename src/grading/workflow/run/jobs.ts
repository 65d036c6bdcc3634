import { calledBy } from '../calls/called.ts';
import { maxCalledLevels } from '../calls/limits.ts';
import type { Job, WorkflowDocument } from '../document.ts';
import { frameOfCall, joinCalled, unseenCall } from './call.ts';
import { type PlayOnce, playJob, refuseJob } from './job-run.ts';
import { playLeg } from './leg.ts';
import type { PlayedJob, RunSoFar } from './played.ts';
import type { Image, JobRecord } from './state.ts';

/** What the jobs of one workflow begin with. */
export type Beginning = Omit<RunSoFar, 'jobs'>;

export interface PlayedJobs {
  readonly jobs: readonly PlayedJob[];
  readonly records: ReadonlyMap<string, JobRecord>;
  readonly registry: Registry;
  /** The job in which the commands ran out; null where all were played. */
  readonly cutOff: Job | null;
}

type Registry = ReadonlyMap<string, Image>;

/** Plays the jobs of a workflow, each behind those that it needs. */
export function playJobs(document: WorkflowDocument, beginning: Beginning): PlayedJobs {
  const records = new Map<string, JobRecord>();
  const registries = new Map<string, Registry>();
  const jobs: PlayedJob[] = [];
  let { commandsLeft, taken } = beginning;
  const allPushed = () => joined([beginning.registry, ...registries.values()]);
  for (const job of inOrder(document.jobs)) {
    // Jobs that do not wait for each other run at the same time, and none can count on what another pushes.
    const needed = job.needs.map(({ text }) => registries.get(text) ?? nothingPushed);
    const registry = joined([beginning.registry, ...needed]);
    const playOnce = job.uses === undefined ? playLeg : playCall;
    const played = playJob(job, { ...beginning, registry, jobs: records, commandsLeft, taken }, playOnce);
    registries.set(job.id, played.registry);
    records.set(job.id, played.record);
    jobs.push(played);
    commandsLeft -= played.commands;
    taken = [...taken, ...played.record.uploads];
    if (commandsLeft <= 0) return { jobs, records, registry: allPushed(), cutOff: job };
  }
  return { jobs, records, registry: allPushed(), cutOff: null };
}

/** Plays the jobs of the workflow that a job calls, where its file is there. */
const playCall: PlayOnce = (job, soFar, visible, isDoubtful) => {
  const called = calledBy(job, soFar.document);
  // INVARIANT: no call is played that is too deep, even where there were too many to look into them all beforehand.
  if (called === undefined || soFar.frame.level === maxCalledLevels) return unseenCall(job, soFar);
  const { frame, failure } = frameOfCall(job, called, { visible, soFar, isDoubtful });
  if (failure !== null) return refuseJob(job, soFar, failure);
  const played = playJobs(called, { ...soFar, document: called, frame, commandsLeft: soFar.commandsLeft - 1 });
  return joinCalled(job, called, { frame, played, event: visible.event });
};

const nothingPushed: Registry = new Map();

/** What several jobs have pushed together; of one reference the last push counts. */
function joined(registries: readonly Registry[]): Registry {
  const [first = nothingPushed, ...others] = [...new Set(registries)].filter(({ size }) => size > 0);
  return others.length === 0 ? first : new Map([first, ...others].flatMap((registry) => [...registry]));
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
