import type { Report, ReportedDiagnostic, ReportedStep } from '../../report/index.ts';
import type { NamedAsk } from './free-scenario.ts';

/** What a report says of a policy and its calls, sorted for the workbench. */
export interface FreeSummary {
  /** Calls that were asked, and those whose answer is as wanted. */
  readonly asked: number;
  readonly asWanted: number;
  /** What the policy grants beyond the calls. */
  readonly beyond: readonly ReportedDiagnostic[];
  /** Everything else that is found in the text. */
  readonly problems: readonly ReportedDiagnostic[];
}

/** Codes of what only a comparison with the calls finds. */
const beyondCode = /^iam\/(grants-|trusts-|excess-)/;

/** Sorts a report. */
export function summarise(report: Report, asks: readonly NamedAsk[]): FreeSummary {
  const wanted = new Map(asks.map((ask) => [ask.id, ask.wanted]));
  const steps = report.trace.filter(({ operation }) => wanted.has(operation));
  return {
    asked: steps.length,
    asWanted: steps.filter((step) => isAsWanted(step, wanted.get(step.operation))).length,
    beyond: report.diagnostics.filter(({ code }) => beyondCode.test(code)),
    problems: report.diagnostics.filter(({ code }) => !beyondCode.test(code)),
  };
}

/** True when a call came to what was wanted of it; never for one that is not decided. */
export function isAsWanted({ outcome }: ReportedStep, wanted: NamedAsk['wanted'] | undefined): boolean {
  return outcome === wanted;
}
