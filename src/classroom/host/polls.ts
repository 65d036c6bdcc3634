import type { RoomMemory } from '../memory.ts';
import { readPayload } from '../wire/read.ts';
import type { PollMessage, PollPhase } from '../wire/types.ts';
import type { Board } from './board.ts';
import type { PollQuestion } from './types.ts';
import { countVotes } from './views.ts';

/** The open poll as an instructor's page keeps it. */
export interface PollKeeper {
  start(question: PollQuestion): void;
  /** `answer`: for a poll that another board has started, the index of the right option. */
  setPhase(phase: PollPhase, board: Board, answer?: number): void;
  close(): void;
  /** As this page kept it before it was reloaded. */
  recall(): void;
  /** As the broker has it: empty when it was taken away. */
  hear(payload: string): void;
  sayAgain(): void;
}

/** What the instructor alone knows of a poll: the right option, and whether a second round was held. */
interface PollOwn {
  readonly answer: number | null;
  readonly rounds: 1 | 2;
}

/** `say` sends the poll to all, null to take it away; `become` tells the page. */
export function openPollKeeper(
  memory: RoomMemory,
  nextSeq: () => number,
  say: (poll: PollMessage | null) => void,
  become: (poll: PollMessage | null) => void,
): PollKeeper {
  let poll: PollMessage | null = null;
  let own: PollOwn = { answer: null, rounds: 1 };

  /** The board that set the poll last may have a clock that is ahead of this one's. */
  const seqAfter = (): number => Math.max(nextSeq(), (poll?.seq ?? -1) + 1);
  const keep = (next: PollMessage | null): void => {
    poll = next;
    memory.write('poll', poll === null ? null : JSON.stringify(poll));
    memory.write('poll-own', poll === null ? null : JSON.stringify(own));
    become(poll);
  };
  // Kept first: the broker sends it back, and what is known already is not taken for another board's.
  const publish = (next: PollMessage | null): void => {
    keep(next);
    say(next);
  };

  return {
    start({ id, question, options, answer = null }) {
      own = { answer, rounds: 1 };
      publish({ v: 1, id, seq: seqAfter(), question, options, phase: 'vote', results: null, answer: null });
    },
    setPhase(phase, board, answer) {
      if (poll === null) return;
      own = { answer: own.answer ?? answer ?? null, rounds: phase === 'revote' ? 2 : own.rounds };
      publish(pollInPhase(poll, phase, seqAfter(), own, board));
    },
    close: () => publish(null),
    recall() {
      const kept = readPayload('poll', memory.read('poll') ?? '');
      own = readPollOwn(memory.read('poll-own'));
      if (kept !== null && poll === null) keep(kept);
    },
    hear(payload) {
      if (payload === '') return keep(null);
      const found = readPayload('poll', payload);
      if (found === null || found.seq <= (poll?.seq ?? -1)) return;
      own = adoptedOwn(poll, own, found);
      keep(found);
    },
    sayAgain() {
      if (poll !== null) say(poll);
    },
  };
}

/** What is known of a poll that another board has set: not the right option, unless it was known before. */
function adoptedOwn(before: PollMessage | null, own: PollOwn, { id, phase, results }: PollMessage): PollOwn {
  const isSame = before?.id === id && before.phase !== 'reveal';
  const isSecond = phase === 'revote' || (results?.length ?? 0) > 1;
  return { answer: isSame ? own.answer : null, rounds: isSecond || (isSame && own.rounds === 2) ? 2 : 1 };
}

/** Reads back what was kept of an earlier page. */
function readPollOwn(kept: string | null): PollOwn {
  const [, answer, rounds] = /^\{"answer":(null|[0-7]),"rounds":([12])\}$/.exec(kept ?? '') ?? [];
  return { answer: answer === undefined || answer === 'null' ? null : Number(answer), rounds: rounds === '2' ? 2 : 1 };
}

/** A poll in another phase. The votes are told when they are revealed, never before. */
function pollInPhase(
  poll: PollMessage,
  phase: PollPhase,
  seq: number,
  { answer, rounds }: PollOwn,
  board: Board,
): PollMessage {
  if (phase !== 'reveal') return { ...poll, seq, phase, results: null, answer: null };
  return { ...poll, seq, phase, results: countVotes(board, poll.id, poll.options.length, rounds), answer };
}
