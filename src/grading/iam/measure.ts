import type { Files } from '../core/types.ts';
import { needOf } from './need.ts';
import { parsePolicies } from './parse.ts';
import { type NoProposal, type Proposal, proposeSmaller } from './proposal.ts';
import type { IamScenario } from './scenario.ts';
import { type Score, scoreOf } from './score.ts';
import { policiesFor } from './simulate.ts';

export type { Proposal, ProvenCall } from './proposal.ts';
export type { BeyondAction, Score } from './score.ts';

/** How far a submission goes beyond the attempts of a scenario, and how it may be cut. `refused`: IAM saves no such text, so it grants nothing. */
export type Measure =
  | { readonly kind: 'refused' | 'too-long' }
  | {
      readonly kind: 'measured';
      readonly score: Score;
      /** Null when none was asked for. */
      readonly proposal: Proposal | NoProposal | null;
    };

/** Measures identity policies. `proposes`: whether a smaller policy is looked for, which takes several times as long. */
export function measurePolicies(
  files: Files,
  scenario: IamScenario,
  { proposes }: { readonly proposes: boolean },
): Measure {
  const { document, refused } = parsePolicies(files);
  if (document === null || refused) return { kind: 'refused' };
  const policies = policiesFor(document, scenario);
  const need = needOf(scenario);
  const score = scoreOf(policies, need);
  if (score === null) return { kind: 'too-long' };
  const indent = indentOf(Object.values(files)[0] ?? '');
  return {
    kind: 'measured',
    score,
    proposal: proposes ? proposeSmaller(policies, need, { before: score, indent }) : null,
  };
}

/** Blanks before the first line that is indented; 2 where none is, or by tabs. */
function indentOf(text: string): number {
  return Math.min(/\n( +)\S/.exec(text)?.[1]?.length ?? 2, 8);
}
