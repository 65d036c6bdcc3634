import type { Code } from '../../../messages/index.ts';
import type { Example } from '../../core/rule.ts';
import { conditionExamples } from './conditions.ts';
import { resourceExamples } from './resources.ts';
import { shapeExamples } from './shape.ts';
import { trustExamples } from './trust.ts';

/** Examples by code. They stand apart from the rules, so that policies can be graded without them. */
export type Examples = Readonly<Partial<Record<Code, Example>>>;

/** The examples of all rules. */
export const examples: Examples = {
  ...shapeExamples,
  ...resourceExamples,
  ...conditionExamples,
  ...trustExamples,
};
