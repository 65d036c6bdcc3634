import type { Catalog } from '../catalog.ts';
import { workflowAdvice } from './workflow-advice.ts';
import { workflowCalls } from './workflow-calls.ts';
import { workflowFailures } from './workflow-failures.ts';
import { workflowReading } from './workflow-reading.ts';
import { workflowRun } from './workflow-run.ts';

/** What the workflow grader may have to say. */
export const workflow = {
  ...workflowReading,
  ...workflowCalls,
  ...workflowRun,
  ...workflowFailures,
  ...workflowAdvice,
} as const satisfies Catalog;
