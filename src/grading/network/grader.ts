import { runRules } from '../core/rule.ts';
import type { Grader } from '../core/types.ts';
import { withoutRepetition } from './diagnostic.ts';
import type { NetworkDocument } from './document.ts';
import { parseNetwork } from './parse.ts';
import type { JudgePolicies } from './policies.ts';
import { rules } from './rules/index.ts';
import type { NetworkScenario } from './scenario.ts';
import { startTask } from './start-task.ts';

type NetworkGrader = Grader<NetworkDocument, NetworkScenario, unknown>;

/** Tries out the connections of a task that starts in a VPC with these endpoints; their policies are decided by `judge`. */
export function networkGraderWith(judge: JudgePolicies | null): NetworkGrader {
  return {
    parse: parseNetwork,
    // A block that `count` repeats is written once, and so are its faults.
    lint: (document) =>
      withoutRepetition(runRules(rules, document), ({ message, range }) => JSON.stringify([message, range])),
    simulate: (document, scenario) => startTask(document, scenario, judge),
  };
}

/** The grader alone: what a policy that narrows anything makes of a call stays open. */
export const networkGrader: NetworkGrader = networkGraderWith(null);
