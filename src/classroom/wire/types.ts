/**
 * What goes over the wire, as JSON with short names. The schemas beside this file are the law; these types say what they promise.
 * Every time is milliseconds since 1970 by the sender's clock; `now` is that clock's reading at sending.
 */

/** A text in the languages of the site; English is always there. */
export interface WireWords {
  readonly en: string;
  readonly ja?: string;
}

/** A place in the workshop: a lesson's slug, and the id of a step, heading or exercise in it. */
export interface Place {
  readonly lesson: string;
  readonly step?: string;
}

/** `free`: everybody at their own pace. `gate`: nobody past the gate. `follow`: learners are invited to the instructor's place. */
export type PaceMode = 'free' | 'gate' | 'follow';

/** `c/state`: the whole of what the instructor has set, never a change alone. The larger `seq` wins. */
export interface ControlMessage {
  readonly v: 1;
  /** Of the host's page that wrote it. */
  readonly sid: string;
  readonly seq: number;
  readonly now: number;
  readonly mode: PaceMode;
  readonly at: Place | null;
  /** The last exercise that is open, in mode `gate`; null when none is closed. */
  readonly gate: string | null;
  /** Exercises whose hints, or solution, are open to all. */
  readonly open: { readonly hints: readonly string[]; readonly solutions: readonly string[] };
  readonly timer: { readonly endsAt: number } | null;
  readonly note: string;
  /** When the class began. */
  readonly startedAt: number;
  /** How often a learner may send progress, ms. */
  readonly everyMs: number;
}

export type PollPhase = 'vote' | 'discuss' | 'revote' | 'reveal' | 'closed';

/** `c/poll`: the open poll. */
export interface PollMessage {
  readonly v: 1;
  readonly id: string;
  readonly seq: number;
  readonly question: WireWords;
  readonly options: readonly WireWords[];
  readonly phase: PollPhase;
  /** Votes by option, one list a round; null while they are hidden. */
  readonly results: readonly (readonly number[])[] | null;
  /** Index of the right option, told with the results; null where there is none. */
  readonly answer: number | null;
}

/** `c/evt`: said to all, once. */
export type EventMessage = { readonly v: 1; readonly id: string } & EventBody;

export type EventBody =
  | { readonly kind: 'announce'; readonly text: string }
  | { readonly kind: 'recheck' }
  /** A board has opened that was not there when answers were shown. */
  | { readonly kind: 'show-again' }
  | { readonly kind: 'nudge'; readonly code: string; readonly text: string };

/** `l/P/on`: a learner is there, or not. `sid` names the page that says so. */
export interface PresenceMessage {
  readonly v: 1;
  readonly sid: string;
  readonly on: 0 | 1;
  /** The page is hidden, or the phone locked. */
  readonly away?: boolean;
  readonly nick?: string;
  readonly lang?: string;
}

export type WireExerciseState = 'seen' | 'trying' | 'passed' | 'skipped' | 'revealed';

/** How a learner stands with one exercise. */
export interface WireExercise {
  readonly st: WireExerciseState;
  /** Attempts. */
  readonly n: number;
  /** Hints opened. */
  readonly h: number;
  /** Which goals are met, in the exercise's order: `1101`. */
  readonly g?: string;
  /** `<code>` or `<code>#<operation>`, the first fault first. */
  readonly codes?: readonly string[];
  /** When it was begun. */
  readonly s?: number;
  /** When it came to this state. */
  readonly t: number;
}

/** `l/P/p`: the whole of a learner's progress, help flag and vote. The larger `seq` of the same `sid` wins. */
export interface ProgressMessage {
  readonly v: 1;
  readonly sid: string;
  readonly seq: number;
  readonly now: number;
  readonly at: Place | null;
  readonly ex: Readonly<Record<string, WireExercise>>;
  readonly help: HelpFlag | null;
  readonly vote: Vote | null;
}

/** 1: when you pass by. 2: I am blocked. */
export type HelpLevel = 1 | 2;

export interface HelpFlag {
  readonly level: HelpLevel;
  readonly t: number;
  /** An instructor has seen it. */
  readonly seen?: boolean;
  /** Who comes, as the instructor said. */
  readonly by?: string;
}

/** `picks`: the option chosen in each round so far; null for a round left out. */
export interface Vote {
  readonly poll: string;
  readonly picks: readonly (number | null)[];
}

/** `l/P/show`: a learner's answer, sent by their own act; `files` null takes it back. */
export interface AnswerMessage {
  readonly v: 1;
  readonly sid: string;
  readonly now: number;
  readonly exercise: string;
  readonly files: Readonly<Record<string, string>> | null;
}

/** `to/<all zeros>/m`: a board of the class is open, or not. Only boards hear it, since no learner has that id. */
export interface BoardMessage {
  readonly v: 1;
  readonly sid: string;
  readonly on: 0 | 1;
}

/** `to/P/m`: from an instructor to one learner. */
export type PrivateMessage = { readonly v: 1; readonly id: string } & PrivateBody;

export type PrivateBody =
  | { readonly kind: 'seen' | 'done' }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'unlock'; readonly exercise: string; readonly what: 'hints' | 'solution' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'ask-to-show'; readonly exercise: string };

/** What each kind of topic carries. */
export interface WireMessages {
  readonly state: ControlMessage;
  readonly poll: PollMessage;
  readonly evt: EventMessage;
  readonly on: PresenceMessage;
  readonly p: ProgressMessage;
  readonly show: AnswerMessage;
  readonly m: PrivateMessage;
}
