import type { Report } from '../../report/index.ts';

/** How many faults of an exercise are sent. */
export const faultLimit = 5;

/**
 * What an answer fails by, for the class: the codes of its errors, then of its refused operations as `<code>#<operation>`, one for each thing that
 * is lacking. An answer with neither grants too much: then the probes that got through.
 */
export function faultsOf({ verdict, diagnostics, trace }: Report): readonly string[] {
  if (verdict === 'passed') return [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const refused = trace.filter(({ kind, outcome }) => kind === 'attempt' && outcome === 'denied');
  const open = trace.filter(({ kind, outcome }) => kind === 'probe' && outcome === 'allowed');
  const steps = errors.length + refused.length > 0 ? refused : open;
  const lacking = new Map(steps.toReversed().map((step) => [step.message, `${step.code}#${step.operation}`]));
  const faults = new Set([...errors, ...[...lacking.values()].toReversed()]);
  return [...faults].slice(0, faultLimit);
}

/** Which goals are met, in the report's order: `1101`. */
export function goalMarks({ goals }: Report): string {
  return goals.map(({ state }) => (state === 'met' ? '1' : '0')).join('');
}
