import type { Job, Step } from '../document.ts';

const known = new WeakMap<Job, ReadonlyMap<string, Step>>();

/** The step of a job with this id, in any case; of several the first. */
export function stepWithId(job: Job, id: string): Step | undefined {
  const steps = known.get(job) ?? byId(job);
  known.set(job, steps);
  return steps.get(id.toLowerCase());
}

function byId({ steps }: Job): ReadonlyMap<string, Step> {
  return new Map(
    steps.toReversed().flatMap((step) => (step.id === undefined ? [] : [[step.id.text.toLowerCase(), step]])),
  );
}
