import { find } from './dom.ts';
import type { OpenBench } from './open-bench.ts';
import type { Effort } from './rungs.ts';
import { bringHints } from './views/hints.ts';
import { bringSolution } from './views/solution.ts';

/** Hints, the solution, and the clock they wait for. */
export function bringHelp(bench: OpenBench, signal: AbortSignal): void {
  const { root, page, words, desk, effort, panels } = bench;
  const hints = bringHints(root, words, () => update());
  const solution = bringSolution(root, page, words, desk.texts, () => effort.revealed());
  const update = (): void => {
    const now = { ...effort.effort(hints.opened()), unlocked: unlockedOn(root) };
    hints.update(now);
    solution.update(now);
  };
  update();
  const clock = setInterval(() => document.hidden || update(), 1000);
  signal.addEventListener('abort', () => clearInterval(clock));
  root.addEventListener('bench:checked', update, { signal });
  find(root, '[data-open-hint]').addEventListener(
    'click',
    () => {
      panels.select('hints', { focus: true });
      hints.openNext();
    },
    { signal },
  );
}

/** What `data-unlocked` on the bench names, `hints` or `solution` or both, is open whatever the learner's effort. It may change at any time. */
function unlockedOn({ dataset }: HTMLElement): NonNullable<Effort['unlocked']> {
  const named = (dataset['unlocked'] ?? '').split(' ');
  return { hints: named.includes('hints'), solution: named.includes('solution') };
}
