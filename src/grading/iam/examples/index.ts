import type { Code } from '../../../messages/index.ts';
import type { Example } from '../../core/rule.ts';
import { conditionExamples } from './conditions.ts';
import { operatorExamples } from './operators.ts';
import { resourceExamples } from './resources.ts';
import { shapeExamples } from './shape.ts';
import { statementExamples } from './statements.ts';
import { trustExamples } from './trust.ts';
import { valueExamples } from './values.ts';
import { variableExamples } from './variables.ts';

/** Examples by code. They stand apart from the rules, so that policies can be graded without them. */
export type Examples = Readonly<Partial<Record<Code, Example>>>;

/** The examples of all rules. */
export const examples: Examples = {
  ...shapeExamples,
  ...resourceExamples,
  ...conditionExamples,
  ...trustExamples,
  ...variableExamples,
  ...valueExamples,
  ...statementExamples,
  ...operatorExamples,
};
