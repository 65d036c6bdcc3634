import type { Rule } from '../../core/rule.ts';
import type { WorkflowDocument } from '../document.ts';

/** Everything that is looked for in a workflow without running it. */
export const rules: readonly Rule<WorkflowDocument>[] = [];
