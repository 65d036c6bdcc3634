import type { HostSession, HostState } from '../../classroom/host/types.ts';
import type { CourseOutline } from '../../classroom/outline.ts';
import type { BoardWords, ClassWords } from '../../messages/class.ts';
import { type Child, make } from '../../workbench/dom.ts';
import type { BoardCourse } from './course.ts';

/** What one drawing of the board shows. */
export interface BoardView {
  readonly state: HostState;
  /** This machine's clock, which is the class's. */
  readonly now: number;
  /** The screen may be shown to the room: no names, and no group of fewer than three. */
  readonly isSafe: boolean;
  /** The one exercise that is looked at; null for all. */
  readonly exercise: string | null;
}

/** What the panels of the board share. */
export interface BoardDesk {
  readonly session: HostSession;
  readonly course: BoardCourse;
  readonly outline: CourseOutline;
  readonly words: BoardWords;
  /** What learners read as well. */
  readonly classWords: ClassWords;
  /** Looks at one exercise, or at all. */
  look(exercise: string | null): void;
  /** Says a sentence politely to a screen reader, and shows it for a moment. */
  say(sentence: string): void;
}

/** A part of the board. `update` is called at most once a frame. */
export interface Panel {
  readonly element: HTMLElement;
  update(view: BoardView): void;
}

/** The least group that may be shown to a room. */
export const leastGroup = 3;

/** A part of the board with its heading. */
export function panelOf(name: string, title: string, ...children: readonly Child[]): HTMLElement {
  const heading = `board-${name}`;
  return make(
    'section',
    { class: `board-panel board-${name}`, 'aria-labelledby': heading },
    make('h2', { id: heading }, title),
    ...children,
  );
}

/** A quiet button. */
export function button(label: string, act: () => void): HTMLButtonElement {
  return make('button', { type: 'button', class: 'button', onclick: act }, label);
}

/** An exercise's title; its id where the workshop has none of it. */
export function titleOf({ exercises }: BoardCourse, id: string): string {
  return exercises.find((exercise) => exercise.id === id)?.title ?? id;
}

/** Whole minutes since something began, with a mark where it may be more. */
export function sinceIn(
  words: BoardWords,
  since: { readonly at: number; readonly atLeast: boolean },
  now: number,
): string {
  const count = Math.max(0, Math.floor((now - since.at) / 60_000));
  return words(since.atLeast ? 'since.least' : 'since.minutes', { count });
}
