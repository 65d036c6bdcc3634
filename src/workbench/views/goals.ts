import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report } from '../../report/index.ts';
import { find } from '../dom.ts';

/** Turns the goals: ✓ met, ✕ not met, ? not decided; the state is also said in words. */
export function showGoals(bench: HTMLElement, report: Report, words: WorkbenchWords): void {
  for (const { id, state } of report.goals) {
    const chip = find(bench, `[data-goal="${CSS.escape(id)}"]`);
    if (chip.dataset['state'] === state) continue;
    chip.dataset['state'] = state;
    find(chip, '[data-said]').textContent = `(${words(`goal.${state}`)})`;
  }
}
