import type { Message } from '../../messages/index.ts';

/** A stretch of one file. Offsets are UTF-16 code units from 0, half-open; `start === end` marks a place where something is missing. */
export interface SourceRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What a claim about AWS, Docker or GitHub rests on. A step that is `inferred` is never presented as their word. */
export type Evidence = 'documented' | 'talk' | 'field' | 'inferred';

/** The authority behind a claim. `readOn` is an ISO date (`2026-11-24`). */
export interface Source {
  readonly url: string;
  readonly readOn: string;
  readonly evidence: Evidence;
}

/** An `error` fails an answer, a `warning` is said of one that passes, an `info` is only worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What stands in a stretch of a file from now on; an empty text takes it out. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly text: string;
}

/** One edit, or several that belong together, that mends a diagnostic with certainty. Edits never overlap. */
export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/** A fault seen in the text, or in what the simulated run made of it. */
export interface Diagnostic {
  readonly message: Message;
  readonly severity: Severity;
  readonly range: SourceRange;
  readonly related: readonly SourceRange[];
  readonly source: Source;
  readonly fixes: readonly Fix[];
}

/** `skipped`: an earlier decision of the learner's text leaves it out. `unknown`: not modelled; it never counts as a pass. */
export type Outcome = 'allowed' | 'denied' | 'skipped' | 'unknown';

/** What the real client attempts, in its order, or what somebody else might try, independent of every other probe. */
export type OperationKind = 'attempt' | 'probe';

/** One operation and what the learner's text made of it. Every operation is judged on its own, whatever came before it. */
export interface TraceStep {
  /** Id of the operation in its scenario; several steps may share it. */
  readonly operation: string;
  readonly kind: OperationKind;
  /** Heading of the run log that the step stands under, in the real system's words: a workflow step, a phase of a push or start. */
  readonly group: string;
  /** The operation in one line, as the real system writes it: `PUT /v2/workshop-app/manifests/main`. */
  readonly call: string;
  readonly outcome: Outcome;
  /** Why, in the workshop's words. */
  readonly message: Message;
  /** What the real system prints here, verbatim in English; empty when it prints nothing. */
  readonly said: string;
  /** False when the real client goes on after a refusal (a cache import, a `continue-on-error` step). */
  readonly stops: boolean;
  readonly source: Source;
  /** The texts that decide; empty when what decides is something that stands nowhere. */
  readonly decidedBy: readonly SourceRange[];
  /** What would make a refused operation pass, where one edit is certain. Left out when there is nothing. */
  readonly fixes?: readonly Fix[];
}

/** The learner's files by name. */
export type Files = Readonly<Record<string, string>>;

/** A field of its own, with its own files, scenarios and grader. */
export type Domain = 'iam' | 'workflow' | 'network';

/** Met when each operation it names occurs and has the outcome in every step; or when none of the codes was raised. */
export type Goal = { readonly id: string } & (
  | { readonly operations: readonly string[]; readonly outcome: 'allowed' | 'denied' }
  | { readonly absent: readonly string[] }
);

/** `unknown`: it depends on something that is not modelled, or there was no run. */
export type GoalState = 'met' | 'unmet' | 'unknown';

/** What became of one goal. */
export interface GoalResult {
  readonly id: string;
  readonly state: GoalState;
}

/** What a grader makes of the files before a scenario is known. */
export interface Parsed<Document> {
  /** Null when nothing could be read that a rule could look at. */
  readonly document: Document | null;
  /** True when the real system would refuse to save or read the text. Then it is linted, but never simulated. */
  readonly refused: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What happens when the document meets a scenario: the trace, and the faults that only a run shows. */
export interface Simulation {
  readonly trace: readonly TraceStep[];
  readonly diagnostics: readonly Diagnostic[];
}

/** One domain. Pure, synchronous and total: never throws, for any text. `Options` is what a bare `lint` may be told about a file. */
export interface Grader<Document, Scenario, Options = undefined> {
  parse(files: Files, options?: Options): Parsed<Document>;
  lint(document: Document): readonly Diagnostic[];
  simulate(document: Document, scenario: Scenario): Simulation;
}

/** `unreadable`: refused before any run. `undecided`: no goal is missed, but one depends on something that is not modelled. */
export type Verdict = 'unreadable' | 'failed' | 'undecided' | 'passed';

/** All that grading has to say of one submission, without words. */
export interface GradeReport {
  readonly exercise: string;
  readonly verdict: Verdict;
  readonly goals: readonly GoalResult[];
  readonly diagnostics: readonly Diagnostic[];
  readonly trace: readonly TraceStep[];
}

/** What the grading core needs to know of an exercise. The scenario's shape is its domain's own, checked when content is loaded. */
export interface Exercise<Scenario = unknown> {
  readonly id: string;
  /** `chain` joins the three domains in one run. */
  readonly domain: Domain | 'chain';
  readonly files: readonly string[];
  readonly goals: readonly Goal[];
  readonly scenario: Scenario;
}
