import type { Files } from '../../grading/index.ts';
import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { BenchPage } from '../bench-page.ts';
import { compareLines, type LineChange } from '../compare-lines.ts';
import { find, make, sentence } from '../dom.ts';
import { type Effort, isSolutionOpen } from '../rungs.ts';
import { diffView } from './diff.ts';
import { showOpened } from './scroll.ts';

/** The worked solution: locked, then offered, then shown against the learner's own text. */
export interface SolutionView {
  update(effort: Effort): void;
}

export function bringSolution(
  bench: HTMLElement,
  { exercise, solution }: BenchPage,
  words: WorkbenchWords,
  texts: () => Files,
  onRevealed: () => void,
): SolutionView {
  const place = find(bench, '[data-solution]');
  const hintCount = bench.querySelectorAll('[data-hint]').length;
  let shown = false;

  const reveal = async (): Promise<void> => {
    shown = true;
    onRevealed();
    const mine = texts();
    const compared = await Promise.all(
      exercise.files.map(async (file) => ({
        file,
        changes: await compareLines(mine[file] ?? '', solution.files[file] ?? ''),
      })),
    );
    place.replaceChildren(
      make('h4', { tabindex: -1 }, words('solution.title')),
      make('p', {}, sentence(solution.reason)),
      ...compared.map(({ file, changes }) => fileView(file, changes, exercise.files.length > 1, words)),
    );
    find(place, 'h4').focus({ preventScroll: true });
    showOpened(place);
  };

  return {
    update(effort) {
      if (shown) return;
      const open = isSolutionOpen(effort, hintCount);
      if (place.dataset['open'] === String(open)) return;
      place.dataset['open'] = String(open);
      place.replaceChildren(
        ...(open
          ? [
              make('button', { type: 'button', class: 'bench-quiet', onclick: reveal }, words('solution.open')),
              effort.passed ? '' : make('p', { class: 'hint-lock' }, words('solution.warning')),
            ]
          : [make('p', { class: 'hint-lock' }, words('solution.locked'))]),
      );
    },
  };
}

/** One file of the solution, line by line against the learner's: what is to add, and what is to take out. */
function fileView(file: string, changes: readonly LineChange[], named: boolean, words: WorkbenchWords): HTMLElement {
  const isSame = changes.every(({ added, removed }) => added !== true && removed !== true);
  return make(
    'div',
    { class: 'solution-file' },
    make(
      'p',
      { class: 'solution-caption' },
      named && make('code', {}, file),
      isSame ? words('solution.same') : words('solution.diff'),
    ),
    diffView(changes, named ? file : words('solution.diff'), words),
  );
}
