import type { PollMessage, PollPhase } from '../wire/types.ts';
import type { Board } from './board.ts';
import type { PollQuestion } from './types.ts';
import { countVotes } from './views.ts';

/** A poll as it begins: in its first round, the right option kept back. */
export function pollOf({ id, question, options }: PollQuestion, seq: number): PollMessage {
  return { v: 1, id, seq, question, options, phase: 'vote', results: null, answer: null };
}

/** What the instructor alone knows of a poll: the right option, and whether a second round was held. */
export interface PollOwn {
  readonly answer: number | null;
  readonly rounds: 1 | 2;
}

/** Reads back what was kept of an earlier page. */
export function readPollOwn(kept: string | null): PollOwn {
  const [, answer, rounds] = /^\{"answer":(null|[0-7]),"rounds":([12])\}$/.exec(kept ?? '') ?? [];
  return { answer: answer === undefined || answer === 'null' ? null : Number(answer), rounds: rounds === '2' ? 2 : 1 };
}

/** A poll in another phase. The votes are told when they are revealed, never before. */
export function pollInPhase(
  poll: PollMessage,
  phase: PollPhase,
  seq: number,
  { answer, rounds }: PollOwn,
  board: Board,
): PollMessage {
  if (phase !== 'reveal') return { ...poll, seq, phase, results: null, answer: null };
  return { ...poll, seq, phase, results: countVotes(board, poll.id, poll.options.length, rounds), answer };
}
