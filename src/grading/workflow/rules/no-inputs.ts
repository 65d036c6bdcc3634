import type { Rule } from '../../core/rule.ts';
import { found } from '../diagnostic.ts';
import type { WorkflowDocument } from '../document.ts';
import { changed } from '../example.ts';
import { placeOfName, readingsIn } from '../expressions-in.ts';
import { sources } from '../facts/sources.ts';
import { childOf, entriesOf } from '../yaml/tree.ts';

/** An input that the workflow does not declare. */
export const noInputs: Rule<WorkflowDocument> = {
  code: 'workflow/no-inputs',
  severity: 'warning',
  source: sources.contexts,
  example: changed('github.sha', 'inputs.tag'),
  check: (document) => {
    const declared = document.triggers.flatMap(({ filters }) =>
      entriesOf(childOf(filters, 'inputs')).map(({ key }) => key.text.toLowerCase()),
    );
    return readingsIn(document).flatMap(({ path, range }) => {
      const isEvent = path[0]?.toLowerCase() === 'github' && path[1] === 'event' && path[2] === 'inputs';
      const name = isEvent ? path[3] : path[0]?.toLowerCase() === 'inputs' ? path[1] : undefined;
      if (name === undefined || name === '*' || declared.includes(name.toLowerCase())) return [];
      return [
        found('warning', 'workflow/no-inputs', { name }, placeOfName(name, range, document) ?? range, sources.contexts),
      ];
    });
  },
};
