import type { LearnerSession, Notice } from '../../classroom/learner/types.ts';
import type { ClassWords } from '../../messages/class.ts';
import type { Cards } from './cards.ts';
import { exerciseNamed } from './places.ts';

/** Tells what the instructor says in passing. `offerToShow` opens the preview of an answer. */
export function tellNotices(
  session: LearnerSession,
  cards: Cards,
  words: ClassWords,
  offerToShow: (exercise: string) => void,
): () => void {
  const titleOf = (exercise: string): string => exerciseNamed(exercise)?.title ?? exercise;
  const goTo = (exercise: string) => {
    const place = exerciseNamed(exercise);
    return place === null ? [] : [{ label: words('notice.go'), act: () => location.assign(place.href) }];
  };
  const tell = (notice: Notice): void => {
    switch (notice.kind) {
      case 'announce':
      case 'say':
        cards.show(notice.kind, words(`notice.${notice.kind}`), [notice.text]);
        break;
      case 'recheck':
        for (const button of document.querySelectorAll<HTMLElement>('exercise-bench[data-open] [data-check]'))
          button.click();
        cards.say(words('notice.recheck'));
        break;
      case 'nudge': {
        const [exercise = ''] = notice.exercises;
        const title = words('notice.nudge', { title: titleOf(exercise) });
        cards.show('nudge', title, [notice.text], goTo(exercise));
        break;
      }
      case 'unlock': {
        const title = words(`notice.unlock.${notice.what}`, { title: titleOf(notice.exercise) });
        cards.show('unlock', title, [], goTo(notice.exercise));
        break;
      }
      case 'ask-to-show': {
        const title = words('notice.ask', { title: titleOf(notice.exercise) });
        const show = { label: words('notice.ask.show'), act: () => offerToShow(notice.exercise) };
        cards.show('ask', title, [], [show]);
        break;
      }
    }
  };
  return session.onNotice(tell);
}
