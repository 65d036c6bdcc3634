import type {
  Diagnostic,
  Evidence,
  Files,
  Fix,
  GoalState,
  GradeReport,
  SourceRange,
  TextEdit,
  TraceStep,
} from '../grading/index.ts';
import { type Checks, render } from '../messages/index.ts';
import { type Position, positionsIn } from './positions.ts';

/** A report in words, as the command line prints it and the workbench shows it; the keys are those that other tools rely on. */
export interface Report {
  readonly exercise: string;
  readonly verdict: GradeReport['verdict'];
  readonly goals: readonly ReportedGoal[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly trace: readonly ReportedStep[];
}

/** A goal in the exercise's own words, and what became of it. */
export interface ReportedGoal {
  readonly id: string;
  readonly state: GoalState;
  readonly message: string;
}

/** A diagnostic in words, with lines and columns. */
export interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  /** The rule of the real system; empty where the message says it all. */
  readonly why: string;
  /** One thing to try; empty where there is nothing to try. */
  readonly fix: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly related: readonly SourceRange[];
  readonly evidence: Evidence;
  readonly source: string;
  readonly fixes: readonly ReportedFix[];
}

/** One edit, or several that belong together. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
}

/** One operation of the run in words. */
export interface ReportedStep {
  readonly operation: string;
  readonly kind: TraceStep['kind'];
  readonly group: string;
  readonly call: string;
  readonly outcome: TraceStep['outcome'];
  /** Why it came out so, as a code. */
  readonly code: string;
  readonly message: string;
  readonly why: string;
  /** What the real system prints, verbatim; empty when it prints nothing. */
  readonly said: string;
  /** False when the real client goes on after this step was refused. */
  readonly stops: boolean;
  readonly evidence: Evidence;
  readonly source: string;
  readonly decidedBy: readonly SourceRange[];
  /** What would make a refused operation pass, where one edit is certain; left out when there is nothing. */
  readonly fixes?: readonly ReportedFix[];
}

/** What stands in a stretch of a file from now on. */
export interface ReportedEdit extends SourceRange {
  readonly text: string;
}

/** Puts a report into words. `goalTexts` are the exercise's own, by goal id. */
export function renderReport(
  report: GradeReport,
  files: Files,
  goalTexts: Readonly<Record<string, string>>,
  checks: Checks,
): Report {
  return {
    exercise: report.exercise,
    verdict: report.verdict,
    goals: report.goals.map(({ id, state }) => ({ id, state, message: goalTexts[id] ?? id })),
    diagnostics: renderDiagnostics(report.diagnostics, files, checks),
    trace: report.trace.map((step) => renderStep(step, checks)),
  };
}

/** Puts diagnostics into words, with lines and columns. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  files: Files,
  checks: Checks,
): readonly ReportedDiagnostic[] {
  const positionOf = positionsIn(files);
  return diagnostics.map(({ message, severity, range, related, source, fixes }) => {
    const { what, why = '', fix = '' } = render(checks, message);
    return {
      code: message.code,
      severity,
      message: what,
      why,
      fix,
      file: range.file,
      start: positionOf(range.file, range.start),
      end: positionOf(range.file, range.end),
      related: related.map(plainRange),
      evidence: source.evidence,
      source: source.url,
      fixes: fixes.map((each) => renderFix(each, checks)),
    };
  });
}

function renderStep(step: TraceStep, checks: Checks): ReportedStep {
  const { what, why = '' } = render(checks, step.message);
  return {
    operation: step.operation,
    kind: step.kind,
    group: step.group,
    call: step.call,
    outcome: step.outcome,
    code: step.message.code,
    message: what,
    why,
    said: step.said,
    stops: step.stops,
    evidence: step.source.evidence,
    source: step.source.url,
    decidedBy: step.decidedBy.map(plainRange),
    ...(step.fixes === undefined ? {} : { fixes: step.fixes.map((each) => renderFix(each, checks)) }),
  };
}

function renderFix({ title, edits }: Fix, checks: Checks): ReportedFix {
  return { title: render(checks, title).what, edits: edits.map(plainEdit) };
}

function plainRange({ file, start, end }: SourceRange): SourceRange {
  return { file, start, end };
}

function plainEdit({ range, text }: TextEdit): ReportedEdit {
  return { file: range.file, start: range.start, end: range.end, text };
}
