import { type CourseOutline, knownCode, otherCode } from '../outline.ts';
import { plainNick } from '../plain-text.ts';
import { readTopic, type TopicKind } from '../topics.ts';
import type { ReceivedMessage } from '../transport.ts';
import { readPayload } from '../wire/read.ts';
import type {
  AnswerMessage,
  HelpFlag,
  HelpLevel,
  Place,
  PresenceMessage,
  PrivateMessage,
  ProgressMessage,
  Vote,
  WireExercise,
  WireExerciseState,
} from '../wire/types.ts';

/** Everything that is known of the learners. A row is replaced, never changed, so that a view sees what is new by identity. */
export interface Board {
  readonly rows: ReadonlyMap<string, LearnerRow>;
  /** Messages that were dropped: malformed, too long, stale, from one too many. */
  readonly refused: number;
}

/** When something began, by the host's clock. `atLeast`: it was told by a retained message, so it may be longer ago. */
export interface Since {
  readonly at: number;
  readonly atLeast: boolean;
}

/** One learner. Texts in it come from the learner's browser: show them as text, nothing else. */
export interface LearnerRow {
  readonly id: string;
  /** Their own name for themselves; empty when they gave none. */
  readonly nick: string;
  readonly lang: string;
  readonly on: boolean;
  readonly away: boolean;
  /** When the presence last changed, by the host's clock. */
  readonly onSince: number;
  /** When something was last heard, by the host's clock. */
  readonly heardAt: number;
  readonly place: Place | null;
  readonly exercises: ReadonlyMap<string, ExerciseRow>;
  readonly help: HelpRow | null;
  readonly vote: Vote | null;
  /** An answer that the learner shows; null when none. */
  readonly answer: { readonly exercise: string; readonly files: Readonly<Record<string, string>> } | null;
  /** The pages that spoke last, so that what an older one says late is dropped. */
  readonly sids: { readonly presence: string; readonly progress: string; readonly seq: number; readonly now: number };
}

/** A learner's exercise. */
export interface ExerciseRow {
  readonly state: WireExerciseState;
  readonly attempts: number;
  readonly hints: number;
  /** Which goals are met, in the exercise's order: `1101`. */
  readonly goals: string;
  /** Faults of the last check, known codes only. */
  readonly codes: readonly string[];
  /** Every fault that was ever told of it here. */
  readonly everCodes: ReadonlySet<string>;
  readonly begun: Since | null;
  readonly changed: Since;
  /** Attempts in a row with the same first fault. */
  readonly streak: { readonly code: string; readonly attempts: number; readonly since: Since } | null;
}

export interface HelpRow {
  readonly level: HelpLevel;
  readonly since: Since;
  readonly seen: boolean;
  /** Who comes; empty when nobody has taken it yet. */
  readonly takenBy: string;
}

/** What the board needs to know to take a message in. */
export interface BoardSetting {
  readonly outline: CourseOutline;
  /** Learners that the board holds; one more is refused. */
  readonly roomSize: number;
}

export const emptyBoard: Board = { rows: new Map(), refused: 0 };

/** How many different faults of one exercise are remembered. */
const everCodesLimit = 24;

/** Nothing in a class began longer ago: a clock that was set right meanwhile tells of decades. */
const longestClassMs = 24 * 60 * 60_000;

/** A message, and when it arrived by the host's clock. */
export interface Arrival {
  readonly message: ReceivedMessage;
  readonly at: number;
}

/** The board after these messages, which may be any text from anybody. The same board means that they said nothing new. */
export function reduceBoard(board: Board, arrivals: readonly Arrival[], setting: BoardSetting): Board {
  const rows = new Map(board.rows);
  let [changed, refused] = [false, 0];
  for (const { message, at } of arrivals) {
    const topic = readTopic(message.topic);
    if (topic === null || topic.learner === null) {
      refused++;
    } else if (message.payload === '') {
      // Who leaves empties both topics; without presence nothing of them stays.
      if (topic.kind === 'on' && rows.delete(topic.learner)) changed = true;
    } else {
      const before = rows.get(topic.learner);
      const isOneTooMany = before === undefined && (topic.kind === 'm' || rows.size >= setting.roomSize);
      const row = before ?? emptyRow(topic.learner, at);
      const after = isOneTooMany ? null : takeMessage(row, topic.kind, message, at, setting);
      if (after === null) refused++;
      else if (after !== before) {
        rows.set(topic.learner, after);
        changed = true;
      }
    }
  }
  if (!changed && refused === 0) return board;
  return { rows: changed ? rows : board.rows, refused: board.refused + refused };
}

/** The row after a message; null when it is refused. */
function takeMessage(
  row: LearnerRow,
  kind: TopicKind,
  { payload, retained }: ReceivedMessage,
  now: number,
  setting: BoardSetting,
): LearnerRow | null {
  switch (kind) {
    case 'on': {
      const presence = readPayload('on', payload);
      return presence === null ? null : takePresence(row, presence, now);
    }
    case 'p': {
      const progress = readPayload('p', payload);
      return progress === null || isStale(row, progress) ? null : takeProgress(row, progress, retained, now, setting);
    }
    case 'show': {
      const answer = readPayload('show', payload);
      return answer === null ? null : takeAnswer(row, answer, now, setting);
    }
    case 'm': {
      const told = readPayload('m', payload);
      return told === null ? null : takeTold(row, told);
    }
    default:
      return null;
  }
}

function emptyRow(id: string, now: number): LearnerRow {
  return {
    id,
    nick: '',
    lang: '',
    on: false,
    away: false,
    onSince: now,
    heardAt: now,
    place: null,
    exercises: new Map(),
    help: null,
    vote: null,
    answer: null,
    sids: { presence: '', progress: '', seq: -1, now: -1 },
  };
}

/**
 * The broker says the will of a page that another has replaced after the new page's greeting, so a farewell counts only from the page
 * that greeted last.
 */
function takePresence(
  row: LearnerRow,
  { sid, on, away = false, nick, lang }: PresenceMessage,
  now: number,
): LearnerRow {
  const sids = { ...row.sids, presence: sid };
  if (on === 0) {
    const isFirstWord = row.sids.presence === '';
    if (!isFirstWord && (row.sids.presence !== sid || !row.on)) return row;
    const names = { nick: nick === undefined ? row.nick : plainNick(nick), lang: lang ?? row.lang };
    return { ...row, ...names, on: false, away: false, onSince: now, sids };
  }
  const isSame = row.on && row.away === away;
  return {
    ...row,
    on: true,
    away,
    nick: plainNick(nick ?? ''),
    lang: lang ?? '',
    onSince: isSame ? row.onSince : now,
    heardAt: now,
    sids,
  };
}

/** Whether a message was overtaken: an older one of the same page, or one of a page that has been replaced. */
function isStale({ sids }: LearnerRow, { sid, seq, now }: ProgressMessage): boolean {
  if (sid === sids.progress) return seq <= sids.seq;
  return sid !== sids.presence && now <= sids.now;
}

function takeProgress(
  row: LearnerRow,
  progress: ProgressMessage,
  retained: boolean,
  now: number,
  setting: BoardSetting,
): LearnerRow {
  const { outline } = setting;
  // How long ago it was sent is known of a live message alone; the clocks of two machines need not agree.
  const since = (t: number): Since => {
    const agoMs = Math.min(longestClassMs, Math.max(0, progress.now - t));
    return { at: now - agoMs, atLeast: retained };
  };
  const known = Object.entries(progress.ex).filter(([id]) => outline.exercises.some((exercise) => exercise.id === id));
  const exercises = new Map(known.map(([id, wire]) => [id, takeExercise(row.exercises.get(id), wire, since, outline)]));
  const { help, at, vote, sid, seq } = progress;
  return {
    ...row,
    heardAt: now,
    place: at !== null && outline.lessons.includes(at.lesson) ? at : null,
    exercises,
    help: help === null ? null : takeHelp(row.help, help, since(help.t)),
    vote,
    sids: { ...row.sids, progress: sid, seq, now: progress.now },
  };
}

function takeExercise(
  before: ExerciseRow | undefined,
  { st, n, h, g = '', codes: entries = [], s, t }: WireExercise,
  since: (t: number) => Since,
  outline: CourseOutline,
): ExerciseRow {
  const codes = [...new Set(entries.map((entry) => knownCode(outline, entry)))];
  const isOpen = st === 'trying' || st === 'revealed';
  const changed = before?.state === st ? earlier(before.changed, since(t)) : since(t);
  return {
    state: st,
    attempts: n,
    hints: h,
    goals: g,
    codes: st === 'passed' ? [] : codes,
    everCodes: codes.every((code) => before?.everCodes.has(code))
      ? (before?.everCodes ?? new Set())
      : new Set([...(before?.everCodes ?? []), ...codes].slice(0, everCodesLimit)),
    begun: s === undefined ? null : earlier(before?.begun ?? null, since(s)),
    changed,
    streak: isOpen ? takeStreak(before, codes[0], n, since) : null,
  };
}

/** The one of two tellings of the same moment that was told live, else the earlier. */
function earlier(a: Since | null, b: Since): Since {
  if (a === null) return b;
  if (a.atLeast !== b.atLeast) return a.atLeast ? b : a;
  return a.at <= b.at ? a : b;
}

function takeStreak(
  before: ExerciseRow | undefined,
  code: string | undefined,
  attempts: number,
  since: (t: number) => Since,
): ExerciseRow['streak'] {
  if (code === undefined || code === otherCode) return null;
  const more = Math.max(0, attempts - (before?.attempts ?? attempts - 1));
  const last = before?.streak;
  if (last?.code === code) return more === 0 ? last : { ...last, attempts: last.attempts + more };
  return { code, attempts: Math.max(1, more), since: since(Number.MAX_SAFE_INTEGER) };
}

/** A board that was not there when the flag was answered hears of it from the learner. */
function takeHelp(before: HelpRow | null, { level, seen = false, by = '' }: HelpFlag, since: Since): HelpRow {
  if (before === null) return { level, since, seen, takenBy: by };
  return { ...before, level, since: earlier(before.since, since) };
}

function takeAnswer(
  row: LearnerRow,
  { exercise, files }: AnswerMessage,
  now: number,
  { outline }: BoardSetting,
): LearnerRow | null {
  if (!outline.exercises.some(({ id }) => id === exercise)) return null;
  return { ...row, heardAt: now, answer: files === null ? null : { exercise, files } };
}

/** What an instructor told a learner, on this board or on an assistant's. */
function takeTold(row: LearnerRow, told: PrivateMessage): LearnerRow {
  if (row.help === null) return row;
  if (told.kind === 'seen') return { ...row, help: { ...row.help, seen: true } };
  if (told.kind === 'taken') return { ...row, help: { ...row.help, seen: true, takenBy: told.by } };
  return told.kind === 'done' ? { ...row, help: null } : row;
}
