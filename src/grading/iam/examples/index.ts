import { conditionExamples } from './conditions.ts';
import { operatorExamples } from './operators.ts';
import type { Examples } from './policies.ts';
import { resourceExamples } from './resources.ts';
import { shapeExamples } from './shape.ts';
import { statementExamples } from './statements.ts';
import { trustExamples } from './trust.ts';
import { valueExamples } from './values.ts';
import { variableExamples } from './variables.ts';

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
