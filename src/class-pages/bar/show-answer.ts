import type { LearnerSession } from '../../classroom/learner/types.ts';
import type { ClassWords } from '../../messages/class.ts';
import { readBenchPage } from '../../workbench/bench-page.ts';
import { make } from '../../workbench/dom.ts';
import { openDrafts } from '../../workbench/storage/drafts.ts';
import type { Cards } from './cards.ts';

/**
 * Shows the learner what would be sent of an exercise, word for word, and sends it when they say so. This is the one way in which a text
 * leaves the browser. Nothing happens where the exercise is not on this page.
 */
export function offerToShow(session: LearnerSession, cards: Cards, words: ClassWords, exercise: string): void {
  const bench = document.querySelector<HTMLElement>(`exercise-bench[data-exercise="${CSS.escape(exercise)}"]`);
  if (bench === null) return;
  const { starter } = readBenchPage(bench);
  const files = openDrafts(exercise, starter).read().files ?? starter;
  const title = bench.querySelector('h3')?.textContent ?? exercise;
  const dialog = make('dialog', { class: 'class-dialog', 'aria-labelledby': 'class-show' });
  const close = (): void => dialog.close();
  const send = (): void => {
    const isSent = session.show(exercise, files);
    dialog.close();
    cards.show('shown', words(isSent ? 'show.done' : 'show.long'), []);
  };
  dialog.append(
    make('h2', { id: 'class-show' }, words('show.title')),
    make('p', {}, words('show.lead', { title })),
    ...Object.entries(files).map(([file, text]) =>
      make('figure', {}, make('figcaption', {}, make('code', {}, file)), make('pre', { tabindex: 0 }, text)),
    ),
    make(
      'div',
      { class: 'class-row' },
      make('button', { type: 'button', class: 'button button-lead', onclick: send }, words('show.do')),
      make('button', { type: 'button', class: 'button', onclick: close }, words('show.cancel')),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
