import type { CourseOutline } from '../../classroom/outline.ts';
import type { Locale } from '../../messages/index.ts';

/** What the board says of the workshop; the page carries it, so that the board needs neither content nor graders. */
export interface BoardCourse {
  readonly locale: Locale;
  /** Address of the page that joins a class. */
  readonly join: string;
  readonly lessons: readonly BoardLesson[];
  readonly exercises: readonly BoardExercise[];
  /** What the recorded wrong answers fail by, by `<code>` or `<code>#<operation>`. */
  readonly faults: Readonly<Record<string, BoardFault>>;
  /** The finding in words, of every check. */
  readonly codes: Readonly<Record<string, string>>;
  /** The call behind each operation. */
  readonly calls: Readonly<Record<string, string>>;
  readonly questions: readonly BoardQuestion[];
}

export interface BoardLesson {
  readonly slug: string;
  readonly title: string;
  /** Planned for it, the rest after it included. */
  readonly minutes: number;
}

export interface BoardExercise {
  readonly id: string;
  readonly lesson: string;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly goals: readonly string[];
}

/** Something that answers fail by, with what to say of it. */
export interface BoardFault {
  /** Empty where its check says it in general. */
  readonly title: string;
  /** What a recorded answer was told of it; empty where the title says it all. */
  readonly instance: string;
  /** The rule behind it. */
  readonly why: string;
  /** One thing to try; empty where there is none. */
  readonly fix: string;
}

export interface BoardQuestion {
  readonly id: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly answer: number;
  /** What to say of each option when the votes are shown. */
  readonly replies: readonly string[];
}

/** As text that may stand inside a `<script>` element. */
export function writeCourse(course: BoardCourse): string {
  return JSON.stringify(course).replaceAll('<', '\\u003c');
}

/** Reads what `writeCourse` wrote into the page. */
export function readCourse(page: ParentNode): BoardCourse {
  return JSON.parse(page.querySelector('[data-course]')?.textContent ?? '') as BoardCourse;
}

/** What the class's own logic must know of it. */
export function outlineOf({ lessons, exercises, codes, calls }: BoardCourse): CourseOutline {
  return {
    lessons: lessons.map(({ slug }) => slug),
    exercises,
    codes: new Set(Object.keys(codes)),
    operations: new Set(Object.keys(calls)),
  };
}

/** A fault in words: as a recorded answer has it, else as its check says it of any text, with the call that it concerns. Null for one that this build does not know. */
export function faultNamed({ faults, codes, calls }: BoardCourse, entry: string): BoardFault | null {
  const known = faults[entry];
  if (known !== undefined && known.title !== '') return known;
  const [code = '', operation = ''] = entry.split('#');
  const finding = codes[code];
  if (finding === undefined) return null;
  const call = calls[operation];
  const title = call === undefined ? finding : `${call}: ${finding}`;
  return { ...(known ?? faults[code] ?? { instance: '', why: '', fix: '' }), title };
}
