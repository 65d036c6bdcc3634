import { factsOf, readReference, versionOf } from '../actions/metadata.ts';
import type { Step } from '../document.ts';
import { sources } from '../facts/sources.ts';
import { includesName, misspelt, readingsOf } from '../queries/readings.ts';
import { stepWithId } from '../queries/step-ids.ts';
import { workflowRule } from './workflow-rule.ts';

/** An output that the step's action does not have, or that its script never writes. */
export const unknownOutput = workflowRule({
  code: 'workflow/unknown-output',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsOf(document, 'steps')) {
      const [, id = '', property = '', output = ''] = reading.path;
      if (property.toLowerCase() !== 'outputs' || output === '' || output === '*') continue;
      const step = reading.job === null ? undefined : stepWithId(reading.job, id);
      const names = step === undefined ? null : missingFrom(step, output);
      if (names === null) continue;
      const action = step?.uses?.text ?? 'run';
      yield { ...misspelt(output, reading, document, names), params: { action, output } };
    }
  },
});

/** The outputs that a step has instead of this one; null when it has this one, or may have it. */
function missingFrom({ uses, run }: Step, output: string): readonly string[] | null {
  if (run !== undefined) return mayWrite(run.text, output) ? null : [];
  const reference = readReference(uses?.text ?? '');
  const facts = factsOf(reference.name);
  if (facts === undefined || versionOf(facts, reference) === 'newer') return null;
  const isKnown =
    includesName(facts.outputs, output) || facts.prefixes.some((prefix) => output.toLowerCase().startsWith(prefix));
  return isKnown ? null : facts.outputs;
}

/** A script that holds the name may write it; so may one that neither writes the runner's file here nor is all that runs. */
function mayWrite(script: string, output: string): boolean {
  if (script.includes(output)) return true;
  // The action that installs Terraform wraps its command, and the wrapper writes these for every script that runs it.
  if (/\bterraform\s/.test(script) && ['stdout', 'stderr', 'exitcode'].includes(output)) return true;
  if (script.split('\n').some(writesWhatIsNotHere)) return true;
  return !/GITHUB_OUTPUT|set-output|^\s*$/.test(script) && /\.\/|python|node|bash /.test(script);
}

const appended = /^(.*?)>>\s*["']?\$\{?GITHUB_OUTPUT\b/;
const printsVariable = /^\s*(?:echo|printf)\s+["']?\$/;
const isWrittenHere = /^\s*(?:$|[})]|done\b|fi\b)|\b(?:echo|printf|cat|tee)\b/;

/** A line that appends to the runner's file what a program prints, or a name that a variable holds. */
function writesWhatIsNotHere(line: string): boolean {
  const [, command = ''] = appended.exec(line) ?? [];
  return printsVariable.test(command) || !isWrittenHere.test(command);
}
