import type { LearnerState } from '../../classroom/learner/types.ts';
import type { RoomMemory } from '../../classroom/memory.ts';
import type { Place } from '../../classroom/wire/types.ts';
import { lessonIn, placeNamed } from './places.ts';

/** Goes with the instructor when the learner wants to, and never while they write. */
export interface Following {
  isOn(): boolean;
  set(isOn: boolean): void;
  show(state: LearnerState): void;
  /** Goes to the instructor's place now. */
  go(): void;
}

export function openFollowing(memory: RoomMemory, signal: AbortSignal, onMoved: (title: string) => void): Following {
  let isOn = memory.read('follow') === '1';
  let isWriting = false;
  let at: Place | null = null;
  let known = memory.read('at') ?? '';

  const go = (): void => {
    const place = at === null ? null : placeNamed(at);
    if (place === null || at === null) return;
    isWriting = false;
    const target = at.step === undefined ? null : document.getElementById(at.step);
    if (lessonIn(location.pathname) !== at.lesson) location.assign(place.href);
    else (target ?? document.querySelector('h1'))?.scrollIntoView();
  };

  // Whoever writes has found their own place: the page stays until they ask for the instructor's again.
  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof Element && target.closest('exercise-bench') !== null) isWriting = true;
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'bench:edited',
    () => {
      isWriting = true;
    },
    { signal, capture: true },
  );

  return {
    isOn: () => isOn,
    set(next) {
      isOn = next;
      memory.write('follow', next ? '1' : null);
      if (next) go();
    },
    go,
    show({ control }) {
      at = control?.at ?? null;
      const now = JSON.stringify(at);
      if (at === null || now === known) return;
      known = now;
      // Kept, so that the next page does not take the same place for a new one.
      memory.write('at', now);
      const place = placeNamed(at);
      if (place === null) return;
      onMoved(place.title);
      if (isOn && !isWriting) go();
    },
  };
}
