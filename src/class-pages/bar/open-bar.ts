import { openLearnerSession } from '../../classroom/learner/session.ts';
import { openTabLead } from '../../classroom/learner/tab-lead.ts';
import type { LearnerSession, LearnerState } from '../../classroom/learner/types.ts';
import { openRoomMemory } from '../../classroom/memory.ts';
import { type ClassWords, loadClassWords } from '../../messages/class.ts';
import { localeOf } from '../../messages/index.ts';
import dialog from '../dialog.css?inline';
import { type Pass, readPass, watchPass, writePass } from '../pass.ts';
import votes from '../vote-bars.css?inline';
import { isKnownWay, transportFor } from '../way.ts';
import sheet from './bar.css?inline';
import { bringBar } from './bar-view.ts';
import { bringCards } from './cards.ts';
import { openFollowing } from './follow.ts';
import { bringLocks } from './locks.ts';
import { tellNotices } from './notices.ts';
import { bringPanel } from './panel-view.ts';
import { offerToShow } from './show-answer.ts';
import { bringVoteCard } from './vote-card.ts';
import { watchWork } from './watch-work.ts';

/** Brings the class to this page, if this browser is in one. It goes again when the class ends or the learner leaves it. */
export async function openBar(): Promise<void> {
  const pass = readPass();
  if (pass === null || !isKnownWay(pass.way)) return;
  const styles = new CSSStyleSheet();
  styles.replaceSync(dialog + sheet + votes);
  document.adoptedStyleSheets.push(styles);
  let close = await openClass(pass, () => void takeOver());
  const takeOver = async (): Promise<void> => {
    close();
    close = await openClass(pass, () => void takeOver());
  };
  // A page that the browser had kept aside has lost its connection.
  addEventListener('pageshow', ({ persisted }) => persisted && void takeOver());
}

/** Puts the class on the page. Returns the way to take it off again. */
async function openClass({ room, way }: Pass, takeOver: () => void): Promise<() => void> {
  const words = await loadClassWords(localeOf(document.documentElement.lang));
  const memory = openRoomMemory(room, () => localStorage);
  const session = openLearnerSession({
    room,
    transport: await transportFor(way, room),
    memory,
    lang: document.documentElement.lang,
    lead: openTabLead(room),
  });
  const closing = new AbortController();
  const { signal } = closing;
  const exerciseHere = watchWork(session, signal);
  const cards = bringCards(words);
  const vote = bringVoteCard(session, words, cards.say);
  const locks = bringLocks(words('notice.gate'));
  const following = openFollowing(memory, signal, (place) => cards.say(words('notice.moved', { place })));
  const showAnswer = (exercise: string): void => offerToShow(session, cards, words, exercise);
  const bar = bringBar(session, words, { go: following.go, setFollowing: following.set, takeOver });
  const panel = bringPanel(session, words, {
    mayShow: () => exerciseHere() !== null,
    showAnswer: () => showAnswer(exerciseHere() ?? ''),
    leave: () => void session.leave(),
  });
  const close = (): void => {
    if (signal.aborted) return;
    closing.abort();
    locks.lift();
    for (const part of [bar.element, panel.element, ...bar.popovers]) part.remove();
    delete document.documentElement.dataset['class'];
    void session.close();
  };
  const show = (state: LearnerState): void => {
    if (state.phase === 'left' || state.phase === 'ended') {
      vote.element.hidden = true;
      close();
      writePass(null);
      if (state.phase === 'ended') cards.show('ended', words('notice.ended'), []);
      return;
    }
    for (const part of [bar, panel, vote, locks, following]) part.show(state);
  };

  cards.element.prepend(vote.element);
  document.documentElement.dataset['class'] = '';
  document.querySelector('header.bar')?.after(bar.element);
  document.body.append(panel.element, ...bar.popovers, cards.element);
  bar.showFollowing(following.isOn());
  tellFlag(session, words, cards.say);
  signal.addEventListener('abort', tellNotices(session, cards, words, showAnswer));
  signal.addEventListener('abort', session.subscribe(show));
  const clock = setInterval(() => bar.tick(Date.now()), 500);
  signal.addEventListener('abort', () => clearInterval(clock));
  addEventListener('pagehide', () => void session.close(), { signal });
  watchPass(() => readPass() === null && close(), signal);
  show(session.state());
  session.join().catch(() => undefined);
  return close;
}

/** Says once what the instructor makes of the flag. */
function tellFlag(session: LearnerSession, words: ClassWords, say: (sentence: string) => void): void {
  let before = session.state().help?.answer ?? 'none';
  session.subscribe(({ help }) => {
    const answer = help?.answer ?? 'none';
    if (answer !== before && answer !== 'none') say(words(`bar.help.${answer}`, { by: help?.by ?? '' }));
    before = answer;
  });
}
