import type { WorkbenchWords } from '../../messages/workbench.ts';
import { find, make } from '../dom.ts';
import { type Effort, openRungs, untilNextRungMs } from '../rungs.ts';
import { showOpened } from './scroll.ts';

/** Locks and unlocks the hints that the page wrote, and tells how many were opened. */
export interface HintLadder {
  update(effort: Effort): void;
  /** How many hints were opened, from the first. */
  opened(): number;
  /** Opens the next one that is unlocked and still closed, if there is one. */
  openNext(): void;
}

export function bringHints(bench: HTMLElement, words: WorkbenchWords, onOpened: () => void): HintLadder {
  const hints = [...bench.querySelectorAll<HTMLDetailsElement>('[data-hint]')];
  const button = find<HTMLButtonElement>(bench, '[data-open-hint]');
  const lock = make('p', { class: 'hint-lock' });
  const seen = new Set<HTMLDetailsElement>();

  for (const hint of hints) {
    hint.addEventListener('toggle', () => {
      if (!hint.open || seen.has(hint)) return;
      seen.add(hint);
      onOpened();
    });
  }
  hints.at(-1)?.after(lock);

  return {
    opened: () => seen.size,
    update(effort) {
      const open = openRungs(effort, hints.length);
      for (const [index, hint] of hints.entries()) hint.hidden = index >= open && !hint.open;
      const waitMs = untilNextRungMs(effort, hints.length);
      lock.hidden = waitMs === null;
      const time = minutesOf(waitMs ?? 0);
      const [number, attempts] = [open + 1, open + 1 - effort.attempts];
      lock.textContent =
        attempts === 1 ? words('hint.locked.one', { number, time }) : words('hint.locked', { number, attempts, time });
      const next = Math.min(seen.size + 1, hints.length);
      button.textContent =
        seen.size >= hints.length
          ? words('hint.button.all')
          : words('hint.button', { number: next, count: hints.length });
    },
    openNext() {
      const next = hints.find((hint) => !hint.hidden && !hint.open);
      if (next === undefined) return;
      next.open = true;
      next.querySelector('summary')?.focus({ preventScroll: true });
      showOpened(next);
    },
  };
}

/** A time that is left, as `2:05`. */
function minutesOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
