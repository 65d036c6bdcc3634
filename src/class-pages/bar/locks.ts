import type { LearnerState } from '../../classroom/learner/types.ts';
import { make } from '../../workbench/dom.ts';

/** Opens and closes what the instructor opened and closed on this page. */
export interface Locks {
  show(state: LearnerState): void;
  /** Without a class there are no locks. */
  lift(): void;
}

/**
 * Hints and solutions open by `data-unlocked`, which the workbench reads. An exercise behind the gate stays in sight, with a line that says what it
 * waits for; its text is kept.
 */
export function bringLocks(closedSentence: string): Locks {
  const exercises = [...document.querySelectorAll<HTMLElement>('section.exercise[id]')];
  const order = Array.from(
    document.querySelectorAll<HTMLElement>('#contents a[data-exercises]'),
    ({ dataset }) => dataset['exercises'] ?? '',
  );

  const open = (section: HTMLElement, names: string): void => {
    const bench = section.querySelector<HTMLElement>('exercise-bench');
    if (bench === null) return;
    if (names === '') delete bench.dataset['unlocked'];
    else bench.dataset['unlocked'] = names;
  };
  const close = (section: HTMLElement, isClosed: boolean): void => {
    const place = section.querySelector<HTMLElement>('.place');
    const bench = section.querySelector<HTMLElement>('exercise-bench');
    if (place === null || bench === null || bench.inert === isClosed) return;
    bench.inert = isClosed;
    if (isClosed) place.prepend(make('p', { class: 'class-gate' }, closedSentence));
    else place.querySelector('.class-gate')?.remove();
  };

  return {
    show({ control, open: opened }) {
      const gate = control?.mode === 'gate' && control.gate !== null ? order.indexOf(control.gate) : -1;
      for (const section of exercises) {
        const names = [opened.hints.has(section.id) && 'hints', opened.solutions.has(section.id) && 'solution'];
        open(section, names.filter((name) => name !== false).join(' '));
        close(section, gate >= 0 && order.indexOf(section.id) > gate);
      }
    },
    lift() {
      for (const section of exercises) {
        open(section, '');
        close(section, false);
      }
    },
  };
}
