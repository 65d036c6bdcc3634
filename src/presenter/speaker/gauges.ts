import type { CoursePlan } from '../deck/deck.ts';
import { clockOf, type Standing, standingOf, timeOfDay } from '../schedule.ts';
import { startShelf } from '../start.ts';

/** Clock, time on this slide and in the lesson, the expected end, and how far the plan is off. */
export interface Gauges {
  moved(slide: number): void;
  tick(): void;
}

const minuteMs = 60_000;

export function bringGauges(
  room: HTMLElement,
  plan: CoursePlan,
  minutes: readonly number[],
  words: Readonly<Record<string, string>>,
): Gauges {
  const openedAt = Date.now();
  let slide = 0;
  let since = openedAt;
  const set = (gauge: string, value: string, mood = ''): void => {
    const place = room.querySelector<HTMLElement>(`[data-gauge=${gauge}]`);
    const shown = place?.querySelector('[data-value]');
    if (place === null || shown === null || shown === undefined) return;
    if (shown.textContent !== value) shown.textContent = value;
    place.dataset['mood'] = mood;
  };
  const ofMinutes = (elapsed: number, planned: number): string =>
    planned === 0 ? clockOf(elapsed) : `${clockOf(elapsed)} / ${planned} min`;

  const tick = (): void => {
    const now = Date.now();
    const own = minutes[slide] ?? 0;
    const lessonMinutes = plan.lessons[plan.here]?.minutes ?? 0;
    set('clock', timeOfDay(now));
    set('slide', ofMinutes(now - since, own), own > 0 && now - since > own * minuteMs ? 'over' : '');
    set('lesson', ofMinutes(now - openedAt, lessonMinutes), now - openedAt > lessonMinutes * minuteMs ? 'over' : '');
    const start = startShelf.read();
    const standing = start === null ? null : standingOf(plan, start, minutes, slide, now);
    set('until', standing === null ? '–' : timeOfDay(standing.endsAt));
    set('drift', saidOf(standing, words, start === null ? 0 : start.at - now), moodOf(standing));
  };
  setInterval(tick, 1000);
  startShelf.subscribe(tick);
  return {
    moved: (next) => {
      if (next !== slide) since = Date.now();
      slide = next;
      tick();
    },
    tick,
  };
}

/** Two minutes either way are nothing to speak of. */
const tolerance = 2;

function moodOf(standing: Standing | null): string {
  if (standing === null || standing.isWaiting) return '';
  if (standing.driftMinutes > tolerance) return 'over';
  return standing.driftMinutes < -tolerance ? 'under' : 'even';
}

function saidOf(standing: Standing | null, words: Readonly<Record<string, string>>, untilStartMs: number): string {
  const said = (key: string, minutes: number): string => (words[key] ?? '').replace('{minutes}', String(minutes));
  if (standing === null) return said('drift.none', 0);
  const { driftMinutes, isWaiting } = standing;
  if (isWaiting) return said('drift.waiting', Math.ceil(untilStartMs / minuteMs));
  if (driftMinutes === 0) return said('drift.on-time', 0);
  return said(driftMinutes > 0 ? 'drift.late' : 'drift.early', Math.abs(driftMinutes));
}
