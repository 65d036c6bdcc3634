import type { CourseOutline } from '../outline.ts';
import type { WireExerciseState } from '../wire/types.ts';
import type { Board, LearnerRow, Since } from './board.ts';

/** What the board shows, computed from its rows. All of these are pure, and linear in the rows. */

/** `gone`: the connection is closed. `away`: the page is hidden, or nothing was heard for long. */
export type Presence = 'active' | 'away' | 'gone';

/** A page that is left for the next one says farewell and greets again: only after this long somebody is gone. */
const farewellGraceMs = 10_000;

/** How long one may be silent. A learner's page speaks at least every 45 s, or every five times its pace. */
export const silenceLimitMs = (everyMs: number): number => Math.max(60_000, 7 * everyMs);

/** Whether a learner is there. */
export function presenceOf(row: LearnerRow, now: number, everyMs: number): Presence {
  if (!row.on) return now - row.onSince < farewellGraceMs && row.heardAt > 0 ? 'active' : 'gone';
  return row.away || now - row.heardAt > silenceLimitMs(everyMs) ? 'away' : 'active';
}

/** How many there are. */
export interface Attendance {
  readonly joined: number;
  readonly active: number;
  readonly away: number;
  readonly gone: number;
}

export function countAttendance({ rows }: Board, now: number, everyMs: number): Attendance {
  const counts = { active: 0, away: 0, gone: 0 };
  for (const row of rows.values()) counts[presenceOf(row, now, everyMs)]++;
  return { joined: rows.size, ...counts };
}

/** How many learners are in each state of an exercise; `none` have not opened it. */
export type StateCounts = Readonly<Record<WireExerciseState | 'none', number>>;

export function countStates({ rows }: Board, exercise: string): StateCounts {
  const counts = { none: 0, seen: 0, trying: 0, passed: 0, skipped: 0, revealed: 0 };
  for (const { exercises } of rows.values()) counts[exercises.get(exercise)?.state ?? 'none']++;
  return counts;
}

/** How many learners have met each goal of an exercise, in its order. */
export function countGoals({ rows }: Board, exercise: string, goals: number): readonly number[] {
  const counts = Array.from({ length: goals }, () => 0);
  for (const { exercises } of rows.values()) {
    const found = exercises.get(exercise);
    counts.forEach((count, index) => {
      if (found?.state === 'passed' || found?.goals[index] === '1') counts[index] = count + 1;
    });
  }
  return counts;
}

/** Learners who have a fault. */
export interface FaultCount {
  /** `<code>` or `<code>#<operation>`; `other` for what this build does not know. */
  readonly code: string;
  readonly learners: readonly string[];
}

/** The faults of the room, the most frequent first. `now`: those of each learner's last check; `ever`: also those that were mended. */
export function countFaults(
  { rows }: Board,
  when: 'now' | 'ever',
  exercise: string | null = null,
): readonly FaultCount[] {
  const found = new Map<string, Set<string>>();
  for (const row of rows.values()) {
    for (const [id, { codes, everCodes }] of row.exercises) {
      if (exercise !== null && id !== exercise) continue;
      for (const code of when === 'now' ? codes : everCodes) {
        const learners = found.get(code) ?? new Set();
        found.set(code, learners.add(row.id));
      }
    }
  }
  return Array.from(found, ([code, learners]) => ({ code, learners: [...learners] })).toSorted(
    (a, b) => b.learners.length - a.learners.length || (a.code < b.code ? -1 : 1),
  );
}

/** Somebody who does not get on. */
export interface Stuck {
  readonly learner: string;
  readonly exercise: string;
  /** `same-fault`: three attempts with the same first fault. `slow`: twice the minutes planned. */
  readonly why: 'same-fault' | 'slow';
  /** The fault that comes first; null when none was told. */
  readonly code: string | null;
  readonly since: Since;
}

const stuckAttempts = 3;

/** Who is stuck, the longest first. Who is gone is left out. */
export function listStuck({ rows }: Board, outline: CourseOutline, now: number, everyMs: number): readonly Stuck[] {
  const minutes = new Map(outline.exercises.map((exercise) => [exercise.id, exercise.minutes]));
  const stuck: Stuck[] = [];
  for (const row of rows.values()) {
    if (presenceOf(row, now, everyMs) === 'gone') continue;
    for (const [exercise, { state, codes, streak, begun, changed }] of row.exercises) {
      if (state !== 'trying') continue;
      const code = codes[0] ?? null;
      const since = begun ?? changed;
      const plannedMs = (minutes.get(exercise) ?? Number.POSITIVE_INFINITY) * 60_000;
      if (streak !== null && streak.attempts >= stuckAttempts) {
        stuck.push({ learner: row.id, exercise, why: 'same-fault', code, since: streak.since });
      } else if (now - since.at > 2 * plannedMs) {
        stuck.push({ learner: row.id, exercise, why: 'slow', code, since });
      }
    }
  }
  return stuck.toSorted((a, b) => a.since.at - b.since.at);
}

/** Those who raised the flag: the blocked first, then by waiting time; who is taken care of comes last. */
export function listHelp({ rows }: Board): readonly LearnerRow[] {
  const rank = ({ help }: LearnerRow): number => (help === null || help.takenBy !== '' ? 2 : help.level === 2 ? 0 : 1);
  return [...rows.values()]
    .filter(({ help }) => help !== null)
    .toSorted((a, b) => rank(a) - rank(b) || (a.help?.since.at ?? 0) - (b.help?.since.at ?? 0));
}

/** Votes by option in each round of a poll. A vote for an option that the poll does not have is none. */
export function countVotes(
  { rows }: Board,
  poll: string,
  options: number,
  rounds: 1 | 2,
): readonly (readonly number[])[] {
  const counts = Array.from({ length: rounds }, () => Array.from({ length: options }, () => 0));
  for (const { vote } of rows.values()) {
    if (vote?.poll !== poll) continue;
    vote.picks.slice(0, rounds).forEach((pick, round) => {
      const ofRound = counts[round];
      const count = pick === null ? undefined : ofRound?.[pick];
      if (ofRound !== undefined && pick !== null && count !== undefined) ofRound[pick] = count + 1;
    });
  }
  return counts;
}

/** Where the room stands: the median learner's lesson by the outline's order, and the share who passed each exercise. */
export function medianLesson({ rows }: Board, outline: CourseOutline): string | null {
  const places = [...rows.values()]
    .map(({ place }) => outline.lessons.indexOf(place?.lesson ?? ''))
    .filter((index) => index >= 0)
    .toSorted((a, b) => a - b);
  return outline.lessons[places[Math.floor((places.length - 1) / 2)] ?? -1] ?? null;
}
