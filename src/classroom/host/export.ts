import type { CourseOutline } from '../outline.ts';
import type { Board, ExerciseRow, LearnerRow } from './board.ts';
import { countFaults, countGoals, countStates, type StateCounts } from './views.ts';

/** A class on paper. Names and codes in it come from learners' browsers. */

const columns = [
  'learner',
  'nickname',
  'exercise',
  'state',
  'attempts',
  'hints',
  'goals_met',
  'goals',
  'minutes',
  'faults_now',
  'faults_ever',
] as const;

/** A row for each learner and exercise, for a spreadsheet (RFC 4180). No cell is a formula, whatever a learner called themselves. */
export function exportCsv(board: Board, outline: CourseOutline): string {
  const rows = [...board.rows.values()].flatMap((row) =>
    outline.exercises.map(({ id, goals }) => cellsOf(row, id, goals.length, row.exercises.get(id))),
  );
  return [columns, ...rows].map((cells) => `${cells.map(safeCell).join(',')}\r\n`).join('');
}

function cellsOf(row: LearnerRow, exercise: string, goals: number, found: ExerciseRow | undefined): readonly string[] {
  const met = found?.state === 'passed' ? goals : [...(found?.goals ?? '')].filter((mark) => mark === '1').length;
  return [
    row.id,
    row.nick,
    exercise,
    found?.state ?? 'none',
    String(found?.attempts ?? 0),
    String(found?.hints ?? 0),
    String(met),
    String(goals),
    found === undefined ? '' : (minutesTaken(found)?.toFixed(1) ?? ''),
    found?.codes.join(' ') ?? '',
    [...(found?.everCodes ?? [])].join(' '),
  ];
}

/**
 * A cell that no spreadsheet takes for a formula: whatever begins like one is led by an apostrophe. Where a comma is in numbers, spreadsheets part
 * cells at `;` instead, whatever the quotes say, so a formula may begin behind any separator; in Japanese, with a sign of full width.
 * @source https://owasp.org/www-community/attacks/CSV_Injection (read 2026-11-24)
 * @example safeCell('=1+1') // => "'=1+1"
 */
export function safeCell(text: string): string {
  const harmless = text.replace(/(^|[,;\t\r\n])(\s*["']?\s*[=+\-@|＝＋－＠])/g, "$1'$2");
  return /[",;\t\r\n]/.test(harmless) || /^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** How an exercise went, over the room. */
export interface ExerciseSummary {
  readonly exercise: string;
  readonly states: StateCounts;
  /** Share of those who passed that did so at the first attempt; null when nobody passed. */
  readonly firstTryRate: number | null;
  /** Medians over those who began; null when nobody did. */
  readonly medianAttempts: number | null;
  readonly medianHints: number | null;
  /** Over those who passed. */
  readonly medianMinutes: number | null;
  /** Learners who met each goal. */
  readonly goals: readonly { readonly goal: string; readonly met: number }[];
  readonly faults: readonly { readonly code: string; readonly learners: number }[];
}

/** Sums up each exercise, for the report at the end. */
export function summariseExercises(board: Board, outline: CourseOutline): readonly ExerciseSummary[] {
  return outline.exercises.map(({ id, goals }) => {
    const found = [...board.rows.values()].flatMap(({ exercises }) => exercises.get(id) ?? []);
    const begun = found.filter(({ state }) => state !== 'seen');
    const passed = found.filter(({ state }) => state === 'passed');
    const met = countGoals(board, id, goals.length);
    return {
      exercise: id,
      states: countStates(board, id),
      firstTryRate: passed.length === 0 ? null : passed.filter(({ attempts }) => attempts <= 1).length / passed.length,
      medianAttempts: median(begun.map(({ attempts }) => attempts)),
      medianHints: median(begun.map(({ hints }) => hints)),
      medianMinutes: median(passed.flatMap((each) => minutesTaken(each) ?? [])),
      goals: goals.map((goal, index) => ({ goal, met: met[index] ?? 0 })),
      faults: countFaults(board, 'ever', id).map(({ code, learners }) => ({ code, learners: learners.length })),
    };
  });
}

/** Everything on the board, and each exercise summed up. Shown answers stay out: they were shown, not handed in. */
export function exportJson(board: Board, outline: CourseOutline, room: string, now: number): string {
  const learners = Array.from(board.rows.values(), ({ id, nick, lang, exercises, vote }) => ({
    id,
    nick,
    lang,
    vote,
    exercises: Object.fromEntries(
      Array.from(exercises, ([exercise, { state, attempts, hints, goals, codes, everCodes, begun, changed }]) => [
        exercise,
        { state, attempts, hints, goals, codes, everCodes: [...everCodes], begun, changed },
      ]),
    ),
  }));
  const exercises = summariseExercises(board, outline);
  return `${JSON.stringify({ room, exportedAt: new Date(now).toISOString(), exercises, learners }, null, 2)}\n`;
}

function minutesTaken({ state, begun, changed }: ExerciseRow): number | null {
  return state !== 'passed' || begun === null ? null : Math.max(0, changed.at - begun.at) / 60_000;
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
