import { sources } from '../facts/sources.ts';
import { readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** Parts of an event that whoever opens an issue, writes a comment or pushes a commit may fill as they like. */
const untrusted = [
  /^github\.head_ref$/,
  /^github\.event\.(issue|pull_request|comment|review|review_comment|discussion)\.(title|body)$/,
  /^github\.event\.pull_request\.head\.(ref|label)$/,
  /^github\.event\.pull_request\.head\.repo\.default_branch$/,
  /^github\.event\.pages\..*\.page_name$/,
  /^github\.event\.(head_commit|commits\..*)\.(message|author\.name|author\.email)$/,
];

/** What holds all of these, when it is printed as a whole. */
const holder = /^github(\.event(\.(issue|pull_request|comment|review|discussion|head_commit|commits))?)?$/;

/** Text of strangers that becomes part of a script. */
export const untrustedTextInScript = workflowRule({
  code: 'workflow/untrusted-text-in-script',
  severity: 'error',
  source: sources.injection,
  *find(document) {
    for (const { path, range, place, step, key } of readingsIn(document)) {
      const isScript =
        place === 'script' || (place === 'input' && key === 'script' && /github-script@/.test(step?.uses?.text ?? ''));
      const name = path.join('.').toLowerCase();
      if (!isScript) continue;
      const isPrinted = () => /\btoJSON\s*\(/i.test(document.text.slice(range.start, range.end));
      if (untrusted.some((pattern) => pattern.test(name)) || (holder.test(name) && isPrinted()))
        yield { range, params: { path: name } };
    }
  },
});
