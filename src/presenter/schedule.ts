import type { CoursePlan } from './deck/deck.ts';

/** When the course began or will begin, and with which lesson; milliseconds since 1970. */
export interface Start {
  readonly at: number;
  readonly lesson: string;
}

/** Where the speaker stands in the plan. Times in milliseconds; minutes where it says so. */
export interface Standing {
  /** Minutes behind the plan; negative when ahead of it, 0 while the slide is shown in its time. */
  readonly driftMinutes: number;
  /** True before the start. */
  readonly isWaiting: boolean;
  /** When the course ends if it goes on as planned from here. */
  readonly endsAt: number;
}

const minuteMs = 60_000;

/** Minutes from the start of a lesson to the start of another later on, breaks included; negative the other way round. */
export function minutesBetween({ lessons }: CoursePlan, from: string, to: string): number {
  const [first, second] = [from, to].map((slug) => lessons.findIndex((lesson) => lesson.slug === slug));
  if (first === undefined || second === undefined || first < 0 || second < 0) return 0;
  if (second < first) return -minutesBetween({ lessons, here: 0 }, to, from);
  return lessons.slice(first, second).reduce((sum, lesson) => sum + lesson.minutes + lesson.break, 0);
}

/**
 * Where the speaker stands now. `minutes` are those of the slides of the lesson at hand. While a slide is shown in its own time
 * there is no drift; after it the plan runs on.
 */
export function standingOf(
  plan: CoursePlan,
  start: Start,
  minutes: readonly number[],
  slide: number,
  nowMs: number,
): Standing {
  const here = plan.lessons[plan.here];
  const last = plan.lessons.at(-1);
  const before = minutesBetween(plan, start.lesson, here?.slug ?? '') + sum(minutes.slice(0, slide));
  const [begins, ends] = [before, before + (minutes[slide] ?? 0)].map((minute) => start.at + minute * minuteMs);
  const total = minutesBetween(plan, start.lesson, last?.slug ?? '') + (last?.minutes ?? 0);
  const driftMs = nowMs > (ends ?? 0) ? nowMs - (ends ?? 0) : Math.min(0, nowMs - (begins ?? 0));
  const isWaiting = nowMs < start.at;
  return {
    driftMinutes: isWaiting ? 0 : Math.trunc(driftMs / minuteMs),
    isWaiting,
    endsAt: start.at + total * minuteMs + (isWaiting ? 0 : driftMs),
  };
}

/** The moment at this time of day, given as `HH:MM`, on the day of `nowMs`; null for what is no time. */
export function momentAt(time: string, nowMs: number): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const moment = new Date(nowMs);
  moment.setHours(Number(hours), Number(minutes), 0, 0);
  return moment.getTime();
}

/** A time of day as `HH:MM`. */
export function timeOfDay(moment: number): string {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** A length as `M:SS`, or `H:MM:SS` from an hour on. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

const sum = (minutes: readonly number[]): number => minutes.reduce((total, minute) => total + minute, 0);
