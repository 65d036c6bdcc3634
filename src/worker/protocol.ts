import type { Exercise, Files, Measure, NetworkBill } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from '../report/index.ts';

/** An exercise as a page holds it: what is graded, and the words of its goals in the page's language. */
export interface PagedExercise {
  readonly exercise: Exercise;
  readonly goalTexts: Readonly<Record<string, string>>;
}

/** A place in a policy of one of two types, or in a workflow: the offset is one of its text. */
export interface TextPoint {
  readonly written: 'identity' | 'trust' | 'workflow';
  readonly text: string;
  readonly offset: number;
}

/** A field of a call that somebody types: what stands in it, or for a resource the action that it is of. */
export interface CallField {
  readonly field: 'action' | 'resource';
  readonly action: string;
}

/** Identity policies, the scenario whose attempts are all that is needed, and whether a smaller policy is looked for. */
export interface MeasuredPolicies {
  readonly scenario: unknown;
  readonly files: Files;
  readonly proposes: boolean;
}

/** Endpoints, and the scenario whose task is to start with them. */
export interface BilledEndpoints {
  readonly scenario: unknown;
  readonly files: Files;
}

interface Asked {
  readonly id: number;
  readonly locale: Locale;
}

/** From the page: grade these files; how far do they go; what may be written here; what does this mean. Fits `request.schema.json`. */
export type Request =
  | (Asked & PagedExercise & { readonly kind: 'grade'; readonly files: Files })
  | (Asked & MeasuredPolicies & { readonly kind: 'measure' })
  | (Asked & BilledEndpoints & { readonly kind: 'bill' })
  | (Asked & TextPoint & { readonly kind: 'complete' | 'hover' })
  | (Asked & CallField & { readonly kind: 'field' });

/** One thing that may be written, with what is to be said of it. */
export interface WordedOffer {
  readonly kind: string;
  readonly label: string;
  /** A snippet where it has `${1:name}` to fill in. */
  readonly insert: string;
  readonly isSnippet: boolean;
  readonly about: readonly string[];
}

/** What may be written instead of `[start, end)`. */
export interface WordedCompletions {
  readonly start: number;
  readonly end: number;
  readonly offers: readonly WordedOffer[];
}

/** What is to be said of `[start, end)`. */
export interface WordedHover {
  readonly start: number;
  readonly end: number;
  readonly about: readonly string[];
}

/** An answer to one request, by its id. */
export type Answer =
  | { readonly kind: 'report'; readonly id: number; readonly report: Report }
  | { readonly kind: 'measure'; readonly id: number; readonly measure: Measure }
  | { readonly kind: 'bill'; readonly id: number; readonly bill: NetworkBill | null }
  | { readonly kind: 'completions'; readonly id: number; readonly completions: WordedCompletions }
  | { readonly kind: 'hover'; readonly id: number; readonly hover: WordedHover | null }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** From the worker. `ready` comes once, before any answer; each request gets one answer. Fits `reply.schema.json`. */
export type Reply = { readonly kind: 'ready' } | Answer;
