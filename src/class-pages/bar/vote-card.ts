import type { LearnerSession, LearnerState } from '../../classroom/learner/types.ts';
import type { PollMessage, WireWords } from '../../classroom/wire/types.ts';
import type { ClassWords } from '../../messages/class.ts';
import { make, sentence } from '../../workbench/dom.ts';
import { voteBars } from '../vote-bars.ts';

/** The open question, in the corner: its options, then what the room says. It folds away, since it lies over the page. */
export interface VoteCard {
  readonly element: HTMLElement;
  show(state: LearnerState): void;
}

export function bringVoteCard(session: LearnerSession, words: ClassWords, say: (sentence: string) => void): VoteCard {
  const element = make('details', { class: 'class-card class-vote', hidden: true });
  let shown = '';

  const draw = (poll: PollMessage, picks: readonly (number | null)[]): void => {
    const title = words(poll.phase === 'revote' ? 'vote.second' : 'vote.title');
    element.open = true;
    element.replaceChildren(
      make('summary', {}, make('h2', { id: 'class-vote' }, title)),
      make('p', { class: 'class-question' }, ...sentence(inLanguage(poll.question))),
      poll.phase === 'vote' || poll.phase === 'revote'
        ? ballot(poll, picks[poll.phase === 'vote' ? 0 : 1] ?? null)
        : make('p', {}, words(poll.phase === 'reveal' ? 'vote.reveal' : 'vote.discuss')),
      ...(poll.results === null ? [] : [voteBars(poll, words, inLanguage, picks.at(-1) ?? null)]),
    );
    say(`${title}. ${inLanguage(poll.question).replaceAll('`', '')}`);
  };

  const ballot = (poll: PollMessage, pick: number | null): HTMLElement =>
    make(
      'fieldset',
      { 'aria-labelledby': 'class-vote' },
      ...poll.options.map((option, index) =>
        make(
          'label',
          { class: 'class-option' },
          make('input', {
            type: 'radio',
            name: 'class-vote',
            checked: index === pick,
            onchange: () => session.vote(index),
          }),
          make('span', {}, ...sentence(inLanguage(option))),
        ),
      ),
      make('p', { class: 'class-soft' }, words('vote.once')),
    );

  return {
    element,
    show({ poll, picks }) {
      element.hidden = poll === null;
      const now = poll === null ? '' : `${poll.id} ${poll.phase} ${poll.seq}`;
      if (poll !== null && now !== shown) draw(poll, picks);
      shown = now;
    },
  };
}

/** In the language of the page, else in English. */
function inLanguage({ en, ja }: WireWords): string {
  return document.documentElement.lang === 'ja' ? (ja ?? en) : en;
}
