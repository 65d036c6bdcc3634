import { sources } from '../facts/sources.ts';
import vocabulary from '../facts/vocabulary.yaml';
import { includesName, misspelt, readingsIn } from '../queries/readings.ts';
import { workflowRule } from './workflow-rule.ts';

const properties = vocabulary as Readonly<Record<string, readonly string[]>>;
const ofStep = ['outputs', 'outcome', 'conclusion'];
const ofNeed = ['outputs', 'result'];

/** A property of a context whose properties are fixed. */
export const unknownProperty = workflowRule({
  code: 'workflow/unknown-property',
  severity: 'warning',
  source: sources.contexts,
  *find(document) {
    for (const reading of readingsIn(document)) {
      const { context, path } = reading;
      const known = propertiesOf(context);
      const name = path[context === 'steps' || context === 'needs' ? 2 : 1];
      if (known === undefined || name === undefined || name === '*' || includesName(known, name)) continue;
      yield { ...misspelt(name, reading, document, known), params: { path: path.join('.') } };
    }
  },
});

function propertiesOf(context: string): readonly string[] | undefined {
  if (context === 'steps') return ofStep;
  if (context === 'needs') return ofNeed;
  return ['github', 'job', 'runner', 'strategy'].includes(context) ? properties[context] : undefined;
}
