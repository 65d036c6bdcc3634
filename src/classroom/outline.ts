/** What a class is about, as far as the host must know it: handed in by the page, which has the content. */
export interface CourseOutline {
  readonly lessons: readonly string[];
  readonly exercises: readonly OutlinedExercise[];
  /** The code of every check. */
  readonly codes: ReadonlySet<string>;
  /** The operations of every scenario. */
  readonly operations: ReadonlySet<string>;
}

export interface OutlinedExercise {
  readonly id: string;
  /** The slug of its lesson. */
  readonly lesson: string;
  /** What is planned for it. */
  readonly minutes: number;
  /** The ids of its goals, in order. */
  readonly goals: readonly string[];
}

/** What an unknown code counts as; its text is never shown. */
export const otherCode = 'other';

/** An entry of `codes` as far as this build knows it: an unknown operation is left out, an unknown code is `other`. */
export function knownCode(outline: CourseOutline, entry: string): string {
  const [code = '', operation] = entry.split('#');
  if (!outline.codes.has(code)) return otherCode;
  return operation !== undefined && outline.operations.has(operation) ? `${code}#${operation}` : code;
}
