import { type CatalogueAction, findService } from '../catalogue.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { compileGlob, hasWildcard, matchesGlob } from '../glob.ts';
import type { JsonString } from '../json/nodes.ts';
import { splitAction } from '../match.ts';

/** An action that a policy names, taken apart at its colon. */
export interface NamedAction {
  readonly statement: Statement;
  readonly node: JsonString;
  readonly value: string;
  readonly prefix: string;
  readonly name: string;
}

/** The entries of all `Action` and `NotAction` elements that have the form `service:Name`. */
export function* actionsIn({ statements }: PolicyDocument): Generator<NamedAction> {
  for (const statement of statements) {
    for (const { node, value } of statement.action?.entries ?? []) {
      const [prefix, name] = splitAction(value);
      if (value.includes(':')) yield { statement, node, value, prefix, name };
    }
  }
}

const remembered = new Map<string, readonly CatalogueAction[]>();

/** Every action of the catalogue that an entry takes in; null when the catalogue does not know the service. */
export function actionsTakenIn({ prefix, name }: NamedAction): readonly CatalogueAction[] | null {
  const service = findService(prefix);
  if (service === null) return null;
  const lower = name.toLowerCase();
  if (!hasWildcard(lower)) {
    const action = service.actions.get(lower);
    return action === undefined ? [] : [action];
  }
  const id = `${service.prefix}:${lower}`;
  const known = remembered.get(id);
  if (known !== undefined) return known;
  const glob = compileGlob(lower);
  const found: CatalogueAction[] = [];
  for (const [each, action] of service.actions) if (matchesGlob(glob, each)) found.push(action);
  if (remembered.size < 500) remembered.set(id, found);
  return found;
}
