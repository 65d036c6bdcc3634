/** What a learner has come to, as far as hints and the solution depend on it. */
export interface Effort {
  /** Checked texts that differ from each other and did not pass. */
  readonly attempts: number;
  /** Since the bench was first seen, in this visit. */
  readonly elapsedMs: number;
  /** How many hints were opened, from the first. */
  readonly hintsOpened: number;
  readonly passed: boolean;
  /** Somebody opened them for the learner, as an instructor does for a class. */
  readonly unlocked?: { readonly hints: boolean; readonly solution: boolean };
}

const rungEveryMs = 90_000;
const attemptsForSolution = 3;

/** How many of the hints are open to the learner: one for each failed attempt, or for each ninety seconds. None is ever locked for good. */
export function openRungs({ attempts, elapsedMs, passed, unlocked }: Effort, count: number): number {
  if (passed || unlocked?.hints === true) return count;
  return Math.min(count, Math.max(attempts, Math.floor(elapsedMs / rungEveryMs)));
}

/** Milliseconds until the next hint opens by itself; null when all are open. */
export function untilNextRungMs(effort: Effort, count: number): number | null {
  const open = openRungs(effort, count);
  return open >= count ? null : (open + 1) * rungEveryMs - effort.elapsedMs;
}

/** Whether the solution may be shown: after three failed attempts, after the last hint, once passed, or when it was unlocked. */
export function isSolutionOpen({ attempts, hintsOpened, passed, unlocked }: Effort, count: number): boolean {
  return passed || unlocked?.solution === true || attempts >= attemptsForSolution || hintsOpened >= count;
}

/**
 * Whether edits that let a refused call pass are offered. Such an edit says how, as the last hint does, and may be half of the answer: so it
 * comes with that hint.
 */
export function areMendsOpen(effort: Effort, count: number): boolean {
  return openRungs(effort, count) >= count;
}
