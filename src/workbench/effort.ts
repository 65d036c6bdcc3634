import type { Files } from '../grading/index.ts';
import { type ExerciseProgress, readProgress, record } from './progress.ts';
import type { Effort } from './rungs.ts';
import type { DraftBook } from './storage/drafts.ts';

/** Keeps count of what the learner did with one exercise, for the hints, the solution and the progress. */
export interface EffortBook {
  effort(hintsOpened: number): Effort;
  /** What is remembered of the exercise; undefined before the first visit. */
  before(): ExerciseProgress | undefined;
  /** The text differs from the starter. */
  began(): void;
  /** A check came back. An asked one with a new text is an attempt; a pass counts whether it was asked for or not. */
  checked(files: Files, options: { readonly passed: boolean; readonly asked: boolean }): void;
  revealed(): void;
  skipped(): void;
}

export function openEffortBook(exercise: string, drafts: DraftBook, now: () => number = Date.now): EffortBook {
  const openedAt = now();
  const before = (): ExerciseProgress | undefined => readProgress().exercises[exercise];
  return {
    before,
    effort: (hintsOpened) => ({
      attempts: before()?.attempts ?? 0,
      elapsedMs: now() - openedAt,
      hintsOpened,
      passed: before()?.state === 'passed',
    }),
    began: () => {
      const state = before()?.state;
      if (state !== 'trying' && state !== 'passed') record(exercise, 'trying');
    },
    checked(files, { passed, asked }) {
      const attempts = before()?.attempts ?? 0;
      if (passed) {
        if (before()?.state !== 'passed') record(exercise, 'passed');
      } else if (asked && drafts.noteAttempt(files)) record(exercise, 'trying', { attempts: attempts + 1 });
    },
    revealed: () => {
      if (before()?.state !== 'passed') record(exercise, 'trying', { revealed: true });
    },
    skipped: () => record(exercise, 'skipped'),
  };
}
