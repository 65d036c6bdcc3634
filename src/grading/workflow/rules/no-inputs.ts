import { entriesOf, valueAt } from '../../core/yaml/tree.ts';
import { sources } from '../facts/sources.ts';
import { misspelt, readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

/** An input that the workflow does not declare. */
export const noInputs = workflowRule({
  code: 'workflow/no-inputs',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    const declared = document.triggers.flatMap(({ filters }) =>
      entriesOf(valueAt(filters, 'inputs')).map(({ key }) => key.text.toLowerCase()),
    );
    for (const reading of readingsIn(document)) {
      const name = inputIn(reading.path);
      if (name === undefined || name === '*' || declared.includes(name.toLowerCase())) continue;
      yield { ...misspelt(name, reading, document, []), params: { name } };
    }
  },
});

/** The input that a path names: `inputs.tag` or `github.event.inputs.tag`. */
function inputIn([context = '', second, third, fourth]: readonly string[]): string | undefined {
  if (context.toLowerCase() === 'inputs') return second;
  return context.toLowerCase() === 'github' && second === 'event' && third === 'inputs' ? fourth : undefined;
}
