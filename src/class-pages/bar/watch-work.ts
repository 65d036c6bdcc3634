import type { LearnerSession } from '../../classroom/learner/types.ts';
import { faultsOf, goalMarks } from '../../classroom/wire/faults.ts';
import type { Report } from '../../report/index.ts';
import { readProgress, subscribe } from '../../workbench/progress.ts';
import { standingsOf } from '../standings.ts';
import { lessonIn } from './places.ts';

/** Tells the class what the learner does on this page. Returns the exercise that they are at: the one in view, else the one checked last, if any. */
export function watchWork(session: LearnerSession, signal: AbortSignal): () => string | null {
  const lesson = lessonIn(location.pathname);
  let inView: string | null = null;
  let checked: string | null = null;

  const tellProgress = (): void => {
    for (const [exercise, standing] of standingsOf(readProgress())) session.note(exercise, standing);
  };
  const move = (): void => {
    if (lesson !== null) session.moveTo(inView === null ? { lesson } : { lesson, step: inView });
  };

  const middle = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inView = target.id;
        else if (inView === target.id) inView = null;
      }
      move();
    },
    { rootMargin: '-30% 0px -30% 0px' },
  );
  for (const exercise of document.querySelectorAll('section.exercise[id]')) middle.observe(exercise);
  const stop = subscribe(tellProgress);
  signal.addEventListener('abort', () => {
    middle.disconnect();
    stop();
  });

  document.addEventListener(
    'bench:checked',
    ({ detail }: CustomEventInit<Report>) => {
      if (detail === undefined) return;
      checked = detail.exercise;
      session.note(detail.exercise, { goals: goalMarks(detail), faults: faultsOf(detail) });
    },
    { signal },
  );
  // `toggle` does not bubble.
  document.addEventListener('toggle', ({ target }) => tellHints(session, target), { signal, capture: true });
  document.addEventListener('visibilitychange', () => session.setAway(document.hidden), { signal });
  session.setAway(document.hidden);
  tellProgress();
  move();
  return () => inView ?? checked;
}

const opened = new WeakSet<Element>();

function tellHints(session: LearnerSession, target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('[data-hint]')) return;
  const bench = target.closest<HTMLElement>('exercise-bench');
  if (bench === null) return;
  opened.add(target);
  const hints = [...bench.querySelectorAll('[data-hint]')].filter((hint) => opened.has(hint)).length;
  session.note(bench.dataset['exercise'] ?? '', { hints });
}
