import { core } from './core.ts';
import { iam } from './iam.ts';
import { network } from './network.ts';
import { workflow } from './workflow.ts';
import { workflowLanguage } from './workflow-language.ts';

/** The English catalog; its keys are all codes there are, and its `{names}` are their parameters. */
export const en = { ...core, ...iam, ...workflow, ...workflowLanguage, ...network } as const;
