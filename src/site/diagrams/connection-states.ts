import type { ConnectionState } from './subnet.ts';

/** What the drawing needs of a run: each operation and what became of it. */
export type RunSteps = readonly { readonly operation: string; readonly outcome: string }[];

/** How a connection stands after a run: blocked when one of its steps was denied, open when all were allowed, else idle. */
export function stateAfter(steps: RunSteps, connection: string): ConnectionState {
  const outcomes = steps.filter(({ operation }) => operation === connection).map(({ outcome }) => outcome);
  if (outcomes.includes('denied')) return 'blocked';
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'allowed') ? 'open' : 'idle';
}
