import { runRules } from '../core/rule.ts';
import type { Grader } from '../core/types.ts';
import type { NetworkDocument } from './document.ts';
import { parseNetwork } from './parse.ts';
import { rules } from './rules/index.ts';
import type { NetworkScenario } from './scenario.ts';
import { startTask } from './start-task.ts';

/** Tries out the connections of a task that starts in a VPC with these endpoints. */
export const networkGrader: Grader<NetworkDocument, NetworkScenario, unknown> = {
  parse: parseNetwork,
  lint: (document) => runRules(rules, document),
  simulate: startTask,
};
