import type { ConnectionStatus, Unsubscribe } from '../transport.ts';
import type { ControlMessage, HelpLevel, Place, PollMessage, WireExerciseState } from '../wire/types.ts';

/**
 * `waiting`: no instructor has spoken yet. `in`: the class runs. `elsewhere`: a newer tab of this browser has taken over. `ended`: the instructor has
 * ended the class. `left`: the learner has.
 */
export type LearnerPhase = 'waiting' | 'in' | 'elsewhere' | 'ended' | 'left';

/** A raised flag, and what the instructor made of it. */
export interface RaisedFlag {
  readonly level: HelpLevel;
  readonly since: number;
  readonly answer: 'none' | 'seen' | 'taken';
  /** Who comes; empty unless taken. */
  readonly by: string;
}

/** What a learner's page shows of the class. */
export interface LearnerState {
  readonly connection: ConnectionStatus;
  readonly phase: LearnerPhase;
  readonly room: string;
  readonly nick: string;
  /** What the instructor has set; null when there is no class to speak of. Its times are the host's. */
  readonly control: ControlMessage | null;
  /** When the timer ends, by this machine's clock; null without one. */
  readonly timerEndsAt: number | null;
  /** Exercises whose hints or solution are open, to all or to this learner. */
  readonly open: { readonly hints: ReadonlySet<string>; readonly solutions: ReadonlySet<string> };
  readonly poll: PollMessage | null;
  /** The learner's choices in the open poll, one a round. */
  readonly picks: readonly (number | null)[];
  readonly help: RaisedFlag | null;
  /** The exercise whose answer the instructor may see; null when none is shown. */
  readonly shown: string | null;
  /** The last message about the learner, word for word; empty when none was sent. */
  readonly sent: string;
}

/** Said once, to be told and then gone. */
export type Notice =
  | { readonly kind: 'announce' | 'say'; readonly text: string }
  | { readonly kind: 'recheck' }
  /** Only when one of the learner's own faults is meant. */
  | { readonly kind: 'nudge'; readonly code: string; readonly text: string; readonly exercises: readonly string[] }
  | { readonly kind: 'unlock'; readonly exercise: string; readonly what: 'hints' | 'solution' }
  | { readonly kind: 'ask-to-show'; readonly exercise: string };

/** How the learner stands with an exercise, as far as it has changed. */
export interface Standing {
  readonly state: WireExerciseState;
  readonly attempts: number;
  readonly hints: number;
  /** `goalMarks` of the last report. */
  readonly goals: string;
  /** `faultsOf` the last report. */
  readonly faults: readonly string[];
}

/** A learner's part in a class. All of it may be called at any time, connected or not. */
export interface LearnerSession {
  state(): LearnerState;
  subscribe(listener: (state: LearnerState) => void): Unsubscribe;
  onNotice(listener: (notice: Notice) => void): Unsubscribe;
  /** Connects; rejects with a `ConnectionError`. */
  join(): Promise<void>;
  /** Where the learner is. */
  moveTo(place: Place): void;
  /** How the learner stands with an exercise; what is left out stays as it was. */
  note(exercise: string, standing: Partial<Standing>): void;
  /** The page was hidden or came back. */
  setAway(away: boolean): void;
  /** Raises the flag, or takes it down with null. */
  askHelp(level: HelpLevel | null): void;
  /** Votes in the open poll's current round; nothing happens when there is none. */
  vote(option: number): void;
  /** Shows an answer to the instructor. False when it is too long to be sent. */
  show(exercise: string, files: Readonly<Record<string, string>>): boolean;
  /** Takes it back. */
  hide(): void;
  /** Leaves for good: the broker and this browser forget the learner. */
  leave(): Promise<void>;
  /** Lets go of the connection, as when the page is left. */
  close(): Promise<void>;
}
