import type { Files, Measure, NetworkBill } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from '../report/index.ts';
import { openLanes, type Unanswered } from './lanes.ts';
import type { WorkerLike } from './line.ts';
import type {
  BilledEndpoints,
  CallField,
  MeasuredPolicies,
  PagedExercise,
  TextPoint,
  WordedCompletions,
  WordedHover,
} from './protocol.ts';

export type { WorkerLike } from './line.ts';

/** What became of a request to grade. */
export type Graded = { readonly kind: 'report'; readonly report: Report } | Unanswered;

/** How long a check may take, and how to call it off. */
export interface GradeOptions {
  readonly signal?: AbortSignal;
  /** Counted from the moment the worker is ready, so that a slow download is no time-out. Default 2000. */
  readonly timeoutMs?: number;
}

/** The page's way to the grader. */
export interface GraderClient {
  /** Starts the worker, so that the first answer comes at once. */
  warm(): void;
  /** Never rejects. A newer request supersedes the one that waits. */
  grade(exercise: PagedExercise, files: Files, options?: GradeOptions): Promise<Graded>;
  dispose(): void;
}

/** The way to what identity policies grant beyond a need. */
export interface MeasureClient {
  /** Never rejects. A newer request supersedes the one that waits; null where no answer came in time. */
  measure(policies: MeasuredPolicies, signal?: AbortSignal): Promise<Measure | null>;
}

/** The way to what endpoints cost, and which of them a task never uses. */
export interface BillClient {
  /** Never rejects. Null where there is no bill, or no answer came in time. */
  bill(endpoints: BilledEndpoints, signal?: AbortSignal): Promise<NetworkBill | null>;
}

/** What a worker knows of the languages of policies and workflows. Null where no answer came in time: one then writes without it. Never rejects. */
export interface LanguageClient {
  complete(point: TextPoint, signal?: AbortSignal): Promise<WordedCompletions | null>;
  hover(point: TextPoint, signal?: AbortSignal): Promise<WordedHover | null>;
  completeField(field: CallField, signal?: AbortSignal): Promise<WordedCompletions | null>;
}

/** Long enough for the first answer, which fetches what the language knows; nobody waits longer for a suggestion. */
const languageTimeoutMs = 1_500;

/** Long enough for the whole catalogue on a slow telephone; the grade is there meanwhile. */
const measureTimeoutMs = 10_000;

/** All that a page may ask of its worker. */
export type WorkerClient = GraderClient & LanguageClient & MeasureClient & BillClient;

/** A client with one worker, which is started on the first request and replaced when it breaks or is too slow to grade. */
export function createGraderClient(spawn: () => WorkerLike, locale: Locale): WorkerClient {
  const lanes = openLanes(spawn);
  const suggesting = (signal?: AbortSignal) => ({ signal, timeoutMs: languageTimeoutMs, replaces: false });
  return {
    warm: lanes.warm,
    dispose: lanes.dispose,
    async grade({ exercise, goalTexts }, files, { signal, timeoutMs = 2000 } = {}) {
      const request = { kind: 'grade', locale, exercise, goalTexts, files } as const;
      const answer = await lanes.ask(request, { signal, timeoutMs, replaces: true });
      if (answer.kind === 'report') return { kind: 'report', report: answer.report };
      return 'id' in answer ? { kind: 'crashed' } : answer;
    },
    async measure(policies, signal) {
      const options = { signal, timeoutMs: measureTimeoutMs, replaces: false };
      const answer = await lanes.ask({ kind: 'measure', locale, ...policies }, options);
      return answer.kind === 'measure' ? answer.measure : null;
    },
    async bill(endpoints, signal) {
      const options = { signal, timeoutMs: measureTimeoutMs, replaces: false };
      const answer = await lanes.ask({ kind: 'bill', locale, ...endpoints }, options);
      return answer.kind === 'bill' ? answer.bill : null;
    },
    async complete(point, signal) {
      const answer = await lanes.ask({ kind: 'complete', locale, ...point }, suggesting(signal));
      return answer.kind === 'completions' ? answer.completions : null;
    },
    async hover(point, signal) {
      const answer = await lanes.ask({ kind: 'hover', locale, ...point }, suggesting(signal));
      return answer.kind === 'hover' ? answer.hover : null;
    },
    async completeField(field, signal) {
      const answer = await lanes.ask({ kind: 'field', locale, ...field }, suggesting(signal));
      return answer.kind === 'completions' ? answer.completions : null;
    },
  };
}
