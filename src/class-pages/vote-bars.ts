import type { PollMessage, WireWords } from '../classroom/wire/types.ts';
import type { ClassWords } from '../messages/class.ts';
import { make, sentence } from '../workbench/dom.ts';

/** The votes by option, each round beside the other, as bars and as numbers. `pick` is the reader's own choice. */
export function voteBars(
  { options, results, answer }: Pick<PollMessage, 'options' | 'results' | 'answer'>,
  words: ClassWords,
  inLanguage: (words: WireWords) => string,
  pick: number | null = null,
): HTMLElement {
  const rounds = results ?? [];
  const totals = rounds.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return make(
    'ol',
    { class: 'vote-bars' },
    ...options.map((option, index) =>
      make(
        'li',
        { 'data-right': index === answer },
        make(
          'p',
          {},
          ...sentence(inLanguage(option)),
          index === answer && make('strong', { class: 'vote-mark' }, words('vote.right')),
          index === pick && make('span', { class: 'vote-mark' }, words('vote.yours')),
        ),
        ...rounds.map((counts, round) => {
          const [count, all] = [counts[index] ?? 0, totals[round] ?? 0];
          const bar = make('span', { class: 'vote-bar', 'data-round': round + 1 });
          bar.style.setProperty('--share', String(all === 0 ? 0 : count / all));
          return make(
            'div',
            { class: 'vote-round' },
            rounds.length > 1 && make('span', {}, words('vote.round', { round: round + 1 })),
            bar,
            make('span', { class: 'vote-count' }, words('vote.count', { count, all })),
          );
        }),
      ),
    ),
  );
}
