import { measureWords } from '../../messages/measure.ts';
import { make } from '../dom.ts';
import type { OpenBench } from '../open-bench.ts';
import { scoreView } from './score-view.ts';
import { followScore } from './standing.ts';

/** Keeps the score beside the goals of an exercise, after each check. No smaller policy is shown: that would be the answer. */
export function bringBenchScore({ page, session, client }: OpenBench, place: HTMLElement, signal: AbortSignal): void {
  const words = measureWords(page.locale);
  const follow = followScore();
  let asked: object | null = null;
  const stop = session.subscribe(async ({ phase, files }) => {
    if (phase !== 'report' || files === null || files === asked) return;
    asked = files;
    const measured = await client.measure({ scenario: page.exercise.scenario, files, proposes: false });
    if (asked !== files) return;
    if (measured?.kind === 'measured') {
      // What is missing the goals say already.
      const score = { ...measured.score, missing: 0 };
      place.replaceChildren(scoreView(follow('', score.points), score, words));
      return;
    }
    const told = measured === null ? 'score.failed' : measured.kind === 'refused' ? 'score.refused' : 'score.too-long';
    place.replaceChildren(make('p', { class: 'score-idle' }, words(told)));
  });
  signal.addEventListener('abort', stop);
}
