import { sizeLimitsBytes } from '../topics.ts';
import { faultLimit } from '../wire/faults.ts';
import { isLongerThan, readPayload } from '../wire/read.ts';
import type { HelpFlag, Place, ProgressMessage, Vote, WireExercise } from '../wire/types.ts';
import type { Standing } from './types.ts';

/** All that a learner tells of themselves, beside their presence. */
export interface OwnProgress {
  readonly at: Place | null;
  /** In the order in which they were last touched, the newest last. */
  readonly ex: Readonly<Record<string, WireExercise>>;
  readonly help: HelpFlag | null;
  readonly vote: Vote | null;
}

export const noProgress: OwnProgress = { at: null, ex: {}, help: null, vote: null };

/** Of how many unfinished exercises the faults are sent. */
const exercisesWithFaults = 4;
const exerciseLimit = 32;

/** The progress after news of one exercise; what the news leaves out stays. */
export function withStanding(
  progress: OwnProgress,
  exercise: string,
  news: Partial<Standing>,
  now: number,
): OwnProgress {
  const { [exercise]: before, ...others } = progress.ex;
  const st = news.state ?? before?.st ?? 'seen';
  const faults = news.faults?.slice(0, faultLimit) ?? before?.codes ?? [];
  const goals = news.goals ?? before?.g ?? '';
  const begunAt = before?.s ?? (st === 'trying' || st === 'passed' ? now : undefined);
  const after: WireExercise = {
    st,
    n: Math.min(9999, news.attempts ?? before?.n ?? 0),
    h: Math.min(9, news.hints ?? before?.h ?? 0),
    ...(goals === '' ? {} : { g: goals.slice(0, 32) }),
    ...(faults.length === 0 || st === 'passed' ? {} : { codes: faults }),
    ...(begunAt === undefined ? {} : { s: begunAt }),
    t: before?.st === st ? before.t : now,
  };
  return { ...progress, ex: { ...others, [exercise]: after } };
}

/** The message for this progress, within its limit: old exercises' faults go first, then the goals, then the oldest exercises. */
export function progressMessage(progress: OwnProgress, sid: string, seq: number, now: number): ProgressMessage {
  const entries = Object.entries(progress.ex).slice(-exerciseLimit);
  const unfinished = entries.filter(([, { st }]) => st !== 'passed' && st !== 'skipped').map(([id]) => id);
  const telling = new Set(unfinished.slice(-exercisesWithFaults));
  const make = (kept: readonly (readonly [string, WireExercise])[]): ProgressMessage => ({
    v: 1,
    sid,
    seq,
    now,
    at: progress.at,
    ex: Object.fromEntries(kept),
    help: progress.help,
    vote: progress.vote,
  });
  const usual = entries.map(([id, each]) => [id, telling.has(id) ? each : without(each, 'codes')] as const);
  const lighter = [usual, usual.map(([id, each]) => [id, without(each, 'codes')] as const)];
  for (const kept of lighter) if (fits(make(kept))) return make(kept);
  let kept = usual.map(([id, each]) => [id, without(without(each, 'codes'), 'g')] as const);
  while (!fits(make(kept))) kept = kept.slice(1);
  return make(kept);
}

/** Reads back what was kept of an earlier page; what does not fit counts as nothing. */
export function readOwnProgress(kept: string | null): OwnProgress {
  const message = kept === null ? null : readPayload('p', kept);
  return message === null ? noProgress : { at: message.at, ex: message.ex, help: message.help, vote: message.vote };
}

const fits = (message: ProgressMessage): boolean => !isLongerThan(JSON.stringify(message), sizeLimitsBytes.p);

function without<K extends 'codes' | 'g'>(exercise: WireExercise, key: K): Omit<WireExercise, K> {
  const { [key]: _, ...rest } = exercise;
  return rest;
}
