/**
 * How far the learner is. This file is what the rest of the site may use of the workbench's memory: it pulls in no bench,
 * no editor and no grader (1.5 KB gzip), and works without storage (then the progress lasts as long as the page).
 *
 * @example
 * const { exercises, last } = readProgress();
 * exercises['iam-buildx-push']?.state;                  // => 'passed', or undefined when never opened
 * lessonMark(['iam-buildx-push', 'iam-oidc-trust']);    // => 'trying'
 * resumeAt(['iam-buildx-push', 'iam-oidc-trust']);      // => 'iam-oidc-trust'
 * const stop = subscribe(() => paintMarks());           // in this tab or another
 */
import { fits as isProgress } from './storage/progress.schema.json?fits';
import { openShelf } from './storage/shelf.ts';

/** `seen`: the bench was in view. `trying`: the text was changed or checked. `skipped`: left on purpose. They only go up. */
export type ProgressState = 'seen' | 'skipped' | 'trying' | 'passed';

export interface ExerciseProgress {
  readonly state: ProgressState;
  /** Checks with a text that had not been checked before. */
  readonly attempts: number;
  /** The solution was looked at; a pass after that is still a pass, with this told. */
  readonly revealed: boolean;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export interface Progress {
  /** By exercise id; an exercise that was never in view is absent. */
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  /** The exercise that was worked on last. */
  readonly last: string | null;
}

const order: readonly ProgressState[] = ['seen', 'skipped', 'trying', 'passed'];

const shelf = openShelf<Progress>('progress', isProgress, { exercises: {}, last: null });

/** The progress as it stands now, whichever tab wrote it. */
export const readProgress = (): Progress => shelf.read();

/** Calls back after each change, here or in another tab. Returns the way to stop. */
export const subscribe = (listener: () => void): (() => void) => shelf.subscribe(listener);

/** Raises an exercise to a state; it never falls back. Anything but `seen` makes it the last one worked on. */
export function record(
  id: string,
  state: ProgressState,
  change: Partial<Pick<ExerciseProgress, 'attempts' | 'revealed'>> = {},
): void {
  shelf.change((progress) => {
    const before = progress.exercises[id];
    const raised = before !== undefined && order.indexOf(before.state) > order.indexOf(state) ? before.state : state;
    const after = { attempts: 0, revealed: false, ...before, ...change, state: raised, changedAt: Date.now() };
    return {
      exercises: { ...progress.exercises, [id]: after },
      last: state === 'seen' ? progress.last : id,
    };
  });
}

/** A lesson's mark, from those of its exercises: `passed` when all are, `trying` when any was begun, `null` when none was. */
export function lessonMark(
  exercises: readonly string[],
  progress: Progress = readProgress(),
): 'passed' | 'trying' | null {
  const states = exercises.map((id) => progress.exercises[id]?.state ?? null);
  if (states.length > 0 && states.every((state) => state === 'passed')) return 'passed';
  return states.some((state) => state !== null && state !== 'seen') ? 'trying' : null;
}

/** Where to go on: the last exercise if it is open, else the first open one after it, else the first open one; null when none is. */
export function resumeAt(exercises: readonly string[], progress: Progress = readProgress()): string | null {
  const isOpen = (id: string): boolean => {
    const state = progress.exercises[id]?.state;
    return state !== 'passed' && state !== 'skipped';
  };
  const from = Math.max(0, exercises.indexOf(progress.last ?? ''));
  return [...exercises.slice(from), ...exercises.slice(0, from)].find(isOpen) ?? null;
}
