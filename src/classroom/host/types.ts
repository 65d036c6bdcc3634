import type { ConnectionStatus, Unsubscribe } from '../transport.ts';
import type { ControlMessage, PaceMode, Place, PollMessage, PollPhase, WireWords } from '../wire/types.ts';
import type { Board } from './board.ts';

/** What the instructor's page shows. */
export interface HostState {
  readonly connection: ConnectionStatus;
  readonly room: string;
  /** False for an assistant, who may answer learners and announce, and leaves the class as it is set. */
  readonly mayControl: boolean;
  readonly control: ControlMessage;
  readonly poll: PollMessage | null;
  readonly board: Board;
  readonly ended: boolean;
  /** Boards of this class that are open elsewhere. */
  readonly others: number;
  /** What `undo` would take back; null when there is nothing. */
  readonly undoable: ControlChange | null;
}

/** A change of the class's control, by name, for a button that takes it back. */
export type ControlChange = 'mode' | 'place' | 'gate' | 'hints' | 'solution' | 'timer' | 'note';

/** A question to put to the room. */
export interface PollQuestion {
  readonly id: string;
  readonly question: WireWords;
  readonly options: readonly WireWords[];
  /** Index of the right option, told only when the results are. */
  readonly answer?: number;
}

/** The instructor's part in a class. Without the right to do it, a call does nothing. */
export interface HostSession {
  state(): HostState;
  /** Calls back at most ten times a second, however much arrives. */
  subscribe(listener: (state: HostState) => void): Unsubscribe;
  /** Connects; rejects with a `ConnectionError`. */
  open(): Promise<void>;

  setMode(mode: PaceMode): void;
  /** A move `by` slides comes with each turn, and is nothing to take back. */
  moveTo(place: Place | null, by?: 'hand' | 'slides'): void;
  /** The last exercise that is open; null opens all. */
  setGate(exercise: string | null): void;
  openHints(exercise: string, open: boolean): void;
  openSolution(exercise: string, open: boolean): void;
  startTimer(durationMs: number): void;
  stopTimer(): void;
  setNote(text: string): void;
  /** Takes back the last change of the above. */
  undo(): void;

  announce(text: string): void;
  /** Asks every learner's page to check again. */
  recheck(): void;
  /** Points those who have this fault to it. */
  nudge(code: string, text: string): void;

  startPoll(question: PollQuestion): void;
  /** `answer`: the index of the right option, where another board has started the poll and this one does not know. */
  setPollPhase(phase: PollPhase, answer?: number): void;
  /** Takes the poll away. */
  closePoll(): void;

  /** Tells a learner that their flag was seen. */
  see(learner: string): void;
  /** Tells a learner who comes. */
  take(learner: string, by: string): void;
  /** Takes a learner's flag down on the board; the learner's page takes down its own. */
  finish(learner: string): void;
  unlock(learner: string, exercise: string, what: 'hints' | 'solution'): void;
  say(learner: string, text: string): void;
  askToShow(learner: string, exercise: string): void;

  exportCsv(): string;
  exportJson(): string;
  /** Ends the class: every page goes back to self-paced, the broker forgets all. What is on the board stays on it. */
  end(): Promise<void>;
  close(): Promise<void>;
}
