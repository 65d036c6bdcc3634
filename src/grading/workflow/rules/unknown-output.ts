import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { factsOf, readReference, versionOf } from '../actions/metadata.ts';
import { found, suggest } from '../diagnostic.ts';
import type { Step, WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';

/** An output that the step's action does not have, or that its script never writes. */
export const unknownOutput: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-output',
  severity: 'warning',
  source: sources.contexts,
  example: changed('outputs.registry', 'outputs.registery'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range, job }) => {
      const [context = '', id = '', property = '', output = ''] = path;
      if (context.toLowerCase() !== 'steps' || property.toLowerCase() !== 'outputs' || output === '' || output === '*')
        return [];
      const step = job?.steps.find((each) => each.id?.text.toLowerCase() === id.toLowerCase());
      const known = step === undefined ? null : outputsOf(step);
      if (known === null || step === undefined || has(known, output, step)) return [];
      const place = placeOfName(output, range, document);
      const fixes = place === null ? [] : suggest(nearest(output, known.names), place);
      const action = step.uses?.text ?? 'This script';
      return [
        found('warning', 'workflow/unknown-output', { action, output }, place ?? range, sources.contexts, { fixes }),
      ];
    }),
};

interface Outputs {
  readonly names: readonly string[];
  readonly prefixes: readonly string[];
}

function outputsOf({ uses, run }: Step): Outputs | null {
  if (run !== undefined) return { names: [], prefixes: [] };
  const reference = readReference(uses?.text ?? '');
  const facts = factsOf(reference.name);
  if (facts === undefined || versionOf(facts, reference) === 'newer') return null;
  return { names: facts.outputs, prefixes: facts.prefixes };
}

function has({ names, prefixes }: Outputs, output: string, { run }: Step): boolean {
  if (run !== undefined)
    return run.text.includes(output) || !/GITHUB_OUTPUT|set-output|^\s*$/.test(run.text)
      ? run.text.includes(output) || /\.\/|python|node|bash /.test(run.text)
      : false;
  const lower = output.toLowerCase();
  return names.some((name) => name.toLowerCase() === lower) || prefixes.some((prefix) => lower.startsWith(prefix));
}
