import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { factsOf, readReference, versionOf } from '../actions/metadata.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { sources } from '../facts/sources.ts';

/** Slips that are too far from the name to be found by distance. */
const meanings: Readonly<Record<string, string>> = {
  tag: 'tags',
  region: 'aws-region',
  role: 'role-to-assume',
  dockerfile: 'file',
  path: 'context',
  platform: 'platforms',
  image: 'images',
  user: 'username',
};

/** An input that the action does not have. */
export const unexpectedInput: Rule<WorkflowDocument> = {
  code: 'workflow/unexpected-input',
  severity: 'warning',
  source: sources.syntax,
  example: changed('platforms:', 'platform:'),
  check: (document) =>
    document.jobs
      .flatMap(({ steps }) => steps)
      .flatMap(({ uses, inputs }) => {
        const reference = readReference(uses?.text ?? '');
        const facts = factsOf(reference.name);
        if (facts === undefined) return [];
        const version = versionOf(facts, reference);
        if (version === 'newer') return [];
        const known = version === 'current' ? facts.inputs : [...facts.inputs, ...facts.former];
        return inputs
          .filter(({ key }) => !known.includes(key.text.toLowerCase()))
          .map(({ key }) => {
            const lower = key.text.toLowerCase();
            const meant = meanings[lower] ?? nearest(lower.replaceAll('_', '-'), known);
            const fixes = suggest(meant !== null && known.includes(meant) ? meant : null, key.range);
            return found(
              'warning',
              'workflow/unexpected-input',
              { action: reference.name, input: key.text },
              key.range,
              sources.syntax,
              { fixes },
            );
          });
      }),
};
