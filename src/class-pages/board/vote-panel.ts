import type { PollQuestion } from '../../classroom/host/types.ts';
import { countVotes } from '../../classroom/host/views.ts';
import type { PollMessage, PollPhase, WireWords } from '../../classroom/wire/types.ts';
import { make, sentence } from '../../workbench/dom.ts';
import { voteBars } from '../vote-bars.ts';
import type { BoardQuestion } from './course.ts';
import { type BoardDesk, type BoardView, button, type Panel, panelOf } from './desk.ts';

/** What may follow a phase. */
const following: Readonly<Record<PollPhase, readonly PollPhase[]>> = {
  vote: ['discuss', 'reveal'],
  discuss: ['revote', 'reveal'],
  revote: ['reveal'],
  reveal: [],
  closed: [],
};

/** Any question of the workshop, put to the room: vote, discuss, vote again, see both rounds. */
export function votePanel(desk: BoardDesk): Panel {
  const { words, course, session } = desk;
  const choice = make(
    'select',
    {},
    ...course.questions.map(({ id, question }) => make('option', { value: id }, question.replaceAll('`', ''))),
  );
  const start = button(words('vote.start'), () => {
    const question = course.questions.find(({ id }) => id === choice.value);
    if (question !== undefined) session.startPoll(pollQuestion(question, course.locale));
  });
  const setUp = make(
    'div',
    { class: 'vote-setup' },
    make('label', { class: 'board-field' }, make('span', {}, words('vote.question')), choice),
    start,
  );
  const open = make('div', { class: 'vote-open' });
  let drawn: { readonly poll: PollMessage | null; readonly board: unknown; readonly isSafe: boolean } | null = null;
  return {
    element: panelOf('vote', words('vote.title'), setUp, open),
    update(view) {
      const { poll, board, ended, mayControl } = view.state;
      start.disabled = ended;
      if (drawn !== null && drawn.poll === poll && drawn.board === board && drawn.isSafe === view.isSafe) return;
      const isSamePhase = drawn?.poll === poll;
      drawn = { poll, board, isSafe: view.isSafe };
      setUp.hidden = poll !== null || !mayControl;
      open.hidden = poll === null;
      if (poll === null) open.replaceChildren();
      else drawPoll(open, poll, view, desk, isSamePhase);
    },
  };
}

/** Only the counts change while votes come in; buttons stay, so that the focus does. */
function drawPoll(place: HTMLElement, poll: PollMessage, view: BoardView, desk: BoardDesk, isSamePhase: boolean): void {
  const { words } = desk;
  if (!isSamePhase) {
    const question = desk.course.questions.find(({ id }) => id === poll.id);
    place.replaceChildren(
      make('p', { class: 'vote-question' }, ...sentence(poll.question.en)),
      make('p', { class: 'vote-phase', tabindex: -1 }),
      make('div', { 'data-votes': true }),
      ...(poll.phase === 'reveal' && question !== undefined
        ? [make('p', { class: 'board-none' }, ...sentence(question.replies[question.answer] ?? ''))]
        : []),
      ...(view.state.mayControl ? [phaseButtons(poll.phase, desk, question?.answer)] : []),
    );
  }
  const isSecond = poll.phase === 'revote' || (poll.results?.length ?? 0) > 1;
  const counts = poll.results ?? countVotes(view.state.board, poll.id, poll.options.length, isSecond ? 2 : 1);
  const votes = (counts.at(-1) ?? []).reduce((sum, count) => sum + count, 0);
  const phase = place.querySelector('.vote-phase');
  const said = `${words(`vote.${poll.phase as 'vote'}`)} · ${words('vote.in', { count: votes, all: view.state.board.rows.size })}`;
  if (phase !== null && phase.textContent !== said) phase.textContent = said;
  // On a screen that the room sees, votes as they come would lead those who have not voted yet.
  const isHidden = view.isSafe && poll.results === null;
  place
    .querySelector('[data-votes]')
    ?.replaceChildren(isHidden ? '' : voteBars({ ...poll, results: counts }, desk.classWords, inEnglish));
}

/** What the instructor may do next with the poll. */
function phaseButtons(phase: PollPhase, { words, session }: BoardDesk, answer: number | undefined): HTMLElement {
  return make(
    'div',
    { class: 'board-row' },
    ...following[phase].map((next) =>
      button(words(`vote.to.${next}` as 'vote.to.reveal'), () => session.setPollPhase(next, answer)),
    ),
    button(words('vote.close'), () => session.closePoll()),
  );
}

const inEnglish = ({ en }: WireWords): string => en;

/** The board has its questions in its own language; the wire asks for English, so another language goes beside it. */
function pollQuestion({ id, question, options, answer }: BoardQuestion, locale: string): PollQuestion {
  const said = (text: string): WireWords => (locale === 'ja' ? { en: text, ja: text } : { en: text });
  return { id, question: said(question), options: options.map(said), answer };
}
