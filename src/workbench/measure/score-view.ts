import type { Score } from '../../grading/index.ts';
import type { MeasureWords } from '../../messages/measure.ts';
import { type Child, make } from '../dom.ts';
import type { Standing } from './standing.ts';

/** A score: its points, which way it last went, how much is left of the most there was, and what it is made of. */
export function scoreView({ points, top, step }: Standing, score: Score, words: MeasureWords): HTMLElement {
  const bar = make('span', {});
  bar.style.inlineSize = `${top === 0 ? 0 : (100 * points) / top}%`;
  return make(
    'div',
    { class: 'score', 'data-none': points === 0 },
    make(
      'p',
      { class: 'score-line' },
      make('strong', {}, points.toLocaleString('en')),
      ` ${words('score.points', { points })}`,
      step !== 0 && stepView(step, words),
    ),
    make('span', { class: 'score-bar', 'aria-hidden': 'true' }, bar),
    make('p', { class: 'score-told' }, toldOf(score, words).join(' ')),
  );
}

function stepView(step: number, words: MeasureWords): Child {
  const way = step < 0 ? 'down' : 'up';
  const count = Math.abs(step).toLocaleString('en');
  return make(
    'span',
    { class: 'score-step', 'data-way': way },
    make('span', { 'aria-hidden': 'true' }, step < 0 ? '↓ ' : '↑ '),
    words(`score.${way}`, { count }),
  );
}

/** What there is to say of a score, in sentences. */
function toldOf(score: Score, words: MeasureWords): readonly string[] {
  const { furtherActions: count, changingActions, neededElsewhere, missing, points } = score;
  return [
    ...(missing > 0 ? [words('score.missing', { count: missing })] : []),
    ...(count > 0 ? [words('score.further', { count, changing: count === 1 ? 0 : changingActions })] : []),
    ...(neededElsewhere > 0 ? [words('score.elsewhere', { count: neededElsewhere })] : []),
    ...(points === 0 ? [words('score.none')] : []),
  ];
}
