import type { Locale } from '../messages/index.ts';
import { validate as isQuestions } from './questions.schema.json?ajv';

/** One of the answers that a question offers. All texts may hold `code` in backticks. */
export interface Answer {
  readonly text: string;
  /** True for the right one; a question has exactly one. */
  readonly correct?: true;
  /** Said to whoever chose it. */
  readonly reply: string;
}

/** A question of choice: asked before an exercise, at the start of a later lesson, or of a whole room. */
export interface Question {
  /** Stable, and never given to another question. */
  readonly id: string;
  readonly question: string;
  readonly answers: readonly Answer[];
}

const files = import.meta.glob('/content/questions/*.yaml', { import: 'default', eager: true }) as Readonly<
  Record<string, unknown>
>;

/** The questions in this language, in English where there are none. Throws, with the path, on content that does not fit its schema. */
export function questionsIn(locale: Locale): readonly Question[] {
  const path = [locale, 'en'].map((tag) => `/content/questions/${tag}.yaml`).find((tag) => tag in files) ?? '';
  const questions = files[path];
  if (!isQuestions(questions)) throw new Error(`${path}: ${JSON.stringify(isQuestions.errors)}`);
  return Object.entries(questions as Readonly<Record<string, Omit<Question, 'id'>>>).map(([id, question]) => ({
    id,
    ...question,
  }));
}

/** The question with this id. Throws where there is none. */
export function questionIn(locale: Locale, id: string): Question {
  const question = questionsIn(locale).find((each) => each.id === id);
  if (question === undefined) throw new Error(`content/questions has no question ${id}`);
  return question;
}
