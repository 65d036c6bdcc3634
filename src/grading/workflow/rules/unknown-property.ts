import { nearest } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { found, suggest } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';
import vocabulary from '../facts/vocabulary.yaml';

const properties = vocabulary as Readonly<Record<string, readonly string[]>>;
const ofStep = ['outputs', 'outcome', 'conclusion'];
const ofNeed = ['outputs', 'result'];

/** A property of a context whose properties are fixed. */
export const unknownProperty: Rule<WorkflowDocument> = {
  code: 'workflow/unknown-property',
  severity: 'warning',
  source: sources.contexts,
  example: changed('github.sha', 'github.commit_sha'),
  check: (document) =>
    readingsIn(document).flatMap(({ path, range }) => {
      const wrong = wrongName(path);
      if (wrong === null) return [];
      const place = placeOfName(wrong.name, range, document);
      const fixes = place === null ? [] : suggest(nearest(wrong.name, wrong.known), place);
      return [
        found('warning', 'workflow/unknown-property', { path: path.join('.') }, place ?? range, sources.contexts, {
          fixes,
        }),
      ];
    }),
};

function wrongName(path: readonly string[]): { readonly name: string; readonly known: readonly string[] } | null {
  const context = path[0]?.toLowerCase() ?? '';
  const at = context === 'steps' || context === 'needs' ? 2 : 1;
  const known =
    context === 'steps'
      ? ofStep
      : context === 'needs'
        ? ofNeed
        : ['github', 'job', 'runner', 'strategy'].includes(context)
          ? properties[context]
          : undefined;
  const name = path[at];
  if (known === undefined || name === undefined || name === '*') return null;
  return known.some((each) => each.toLowerCase() === name.toLowerCase()) ? null : { name, known };
}
