import type { classroom } from './en/class.ts';
import type { classBoard } from './en/class-board.ts';
import type { Locale } from './index.ts';
import { type Say, sayIn } from './phrasebook.ts';

export type ClassKey = keyof typeof classroom;
export type ClassWords = Say<ClassKey>;
export type BoardKey = keyof typeof classBoard;
export type BoardWords = Say<BoardKey>;

/** Loads the words that a learner reads of a class; a text that a language does not have yet is the English one. */
export async function loadClassWords(_locale: Locale): Promise<ClassWords> {
  return sayIn({}, (await import('./en/class.ts')).classroom);
}

/** Loads the words of the instructor's board; a text that a language does not have yet is the English one. */
export async function loadBoardWords(_locale: Locale): Promise<BoardWords> {
  return sayIn({}, (await import('./en/class-board.ts')).classBoard);
}
