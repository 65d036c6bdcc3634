import type { Exercise, Files } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from '../report/index.ts';

/** An exercise as a page holds it: what is graded, and the words of its goals in the page's language. */
export interface PagedExercise {
  readonly exercise: Exercise;
  readonly goalTexts: Readonly<Record<string, string>>;
}

/** From the page: grade these files. Fits `request.schema.json`. */
export interface Request extends PagedExercise {
  readonly id: number;
  readonly locale: Locale;
  readonly files: Files;
}

/** From the worker. `ready` comes once, before any answer; each request gets one answer, by its id. Fits `reply.schema.json`. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
