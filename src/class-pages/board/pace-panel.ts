import { medianLesson } from '../../classroom/host/views.ts';
import { make } from '../../workbench/dom.ts';
import type { BoardCourse, BoardLesson } from './course.ts';
import { type BoardDesk, type Panel, panelOf } from './desk.ts';
import { setText } from './keep-list.ts';

/** Where the plan is, where the room is, and what that makes of the end. */
export interface Drift {
  /** The lesson that the plan is in; the last one when it is over. */
  readonly planned: BoardLesson | undefined;
  /** Minutes that the room is behind the plan, or ahead where negative; null when nobody is anywhere. */
  readonly behindMinutes: number | null;
  /** Minutes from the start to the end, as it goes. */
  readonly lengthMinutes: number;
}

/**
 * Compares the room with the plan. Within its lesson's minutes a room is on time.
 *
 * @example driftOf([{ slug: 'a', minutes: 20 }, { slug: 'b', minutes: 10 }], 27, 'a') // => 7 minutes behind, planned: b, 37 minutes in all
 */
export function driftOf(lessons: BoardCourse['lessons'], passedMinutes: number, median: string | null): Drift {
  let [begins, planned, behind] = [0, lessons.at(-1), null as number | null];
  let isFound = false;
  for (const lesson of lessons) {
    const ends = begins + lesson.minutes;
    if (!isFound && passedMinutes < ends) [planned, isFound] = [lesson, true];
    if (lesson.slug === median) behind = Math.max(0, passedMinutes - ends) + Math.min(0, passedMinutes - begins);
    begins = ends;
  }
  return { planned, behindMinutes: behind, lengthMinutes: Math.max(passedMinutes, begins + Math.max(0, behind ?? 0)) };
}

/** The time: by plan, in the room, and when it ends as it goes. */
export function pacePanel({ words, course, outline }: BoardDesk): Panel {
  const values = (['plan', 'room', 'end'] as const).map((key) => ({ key, value: make('dd') }));
  const open = make('p', { class: 'board-none' });
  const element = panelOf(
    'pace',
    words('pace.title'),
    make('dl', {}, ...values.map(({ key, value }) => make('div', {}, make('dt', {}, words(`pace.${key}`)), value))),
    open,
  );
  let drawnMinute = -1;
  let drawnBoard: unknown = null;
  return {
    element,
    update({ state, now }) {
      const { startedAt } = state.control;
      const passed = Math.max(0, (now - startedAt) / 60_000);
      if (Math.floor(passed * 6) === drawnMinute && drawnBoard === state.board) return;
      [drawnMinute, drawnBoard] = [Math.floor(passed * 6), state.board];
      const median = medianLesson(state.board, outline);
      const { planned, behindMinutes, lengthMinutes } = driftOf(course.lessons, passed, median);
      const count = Math.round(Math.abs(behindMinutes ?? 0));
      const drift =
        count === 0 ? words('pace.on') : words((behindMinutes ?? 0) > 0 ? 'pace.behind' : 'pace.ahead', { count });
      const room = course.lessons.find(({ slug }) => slug === median)?.title;
      const end = new Date(startedAt + lengthMinutes * 60_000);
      const texts = {
        plan: planned?.title ?? '',
        room: room === undefined ? words('pace.nowhere') : `${room} · ${drift}`,
        end: end.toLocaleTimeString(course.locale, { hour: '2-digit', minute: '2-digit' }),
      };
      for (const { key, value } of values) setText(value, texts[key]);
      setText(open, words('pace.since', { count: Math.floor(passed) }));
    },
  };
}
