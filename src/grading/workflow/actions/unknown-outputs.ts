import { OpenValue } from '../expression-values.ts';
import { unknown } from '../unknown.ts';

/** Outputs of an action that nobody knows here: there is one of any name, and what it holds is not known. */
export function unknownOutputs(action: string): OpenValue {
  return new OpenValue((key) => unknown('output', `${action} ${key}`));
}
