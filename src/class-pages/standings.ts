import type { Standing } from '../classroom/learner/types.ts';
import type { ExerciseProgress, Progress } from '../workbench/progress.ts';

/** What a class is told of an exercise that the workbench remembers. Hints and faults are told when they happen: the workbench keeps none. */
export function standingOf({ state, attempts, revealed }: ExerciseProgress): Partial<Standing> {
  return { state: revealed && state !== 'passed' ? 'revealed' : state, attempts };
}

/** The same of all exercises, the one worked on last at the end. */
export function standingsOf({ exercises }: Progress): readonly (readonly [string, Partial<Standing>])[] {
  return Object.entries(exercises)
    .toSorted(([, a], [, b]) => a.changedAt - b.changedAt)
    .map(([id, progress]) => [id, standingOf(progress)]);
}
