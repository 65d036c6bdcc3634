import { sources } from '../facts/sources.ts';
import { workflowRule } from './workflow-rule.ts';

/** An access key in the open. */
export const accessKeyInFile = workflowRule({
  code: 'workflow/access-key-in-file',
  severity: 'error',
  source: sources.configureAws,
  *find({ text, file }) {
    for (const { index, 0: key } of text.matchAll(/(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g))
      yield { range: { file, start: index, end: index + key.length } };
  },
});
