import { memoize } from '../../core/memoize.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { readOperator } from '../facts/operators.ts';
import type { Span } from '../json/nodes.ts';
import { meaningsIn, mended } from './meanings.ts';
import { isReached } from './reached.ts';

/** The six ways in which a statement allows one action on what it does not name. */
export type Breadth =
  | 'star-in-resource'
  | 'star-in-action-and-resource'
  | 'star-in-resource-and-not-action'
  | 'not-resource'
  | 'star-in-action-and-not-resource'
  | 'not-action-and-not-resource';

/** An action that gives much away, and the condition key that keeps it to one service. */
export interface Guarded {
  /** Both in lower case. */
  readonly action: string;
  readonly key: string;
  /** How the names of Access Analyzer's checks of it begin. */
  readonly check: string;
  /** Whether a value of the key that begins with a wildcard keeps it to one service too. */
  readonly patternsGuard: boolean;
}

/** Where a statement is broad: the action, and the resource. */
export interface BroadGrant {
  readonly at: Span;
  readonly related: readonly Span[];
}

interface FoundGrant extends BroadGrant {
  readonly breadth: Breadth;
}

/** The Allow statements of a policy that grant the action that broadly, without the key and without a Deny that fences it in. */
export function broadGrants(document: PolicyDocument, breadth: Breadth, guarded: Guarded): readonly BroadGrant[] {
  return grantsIn(document)(guarded).filter((grant) => grant.breadth === breadth);
}

const grantsIn = memoize((document: PolicyDocument) => memoize((guarded: Guarded) => findGrants(document, guarded)));

function findGrants(document: PolicyDocument, guarded: Guarded): readonly FoundGrant[] {
  if (isFencedIn(document, guarded.action)) return [];
  const meanings = meaningsIn(document);
  return document.statements.flatMap((statement) => {
    if (statement.effect !== 'Allow') return [];
    const found = breadthOf(statement, guarded.action, meanings);
    return found === null || isGuarded(statement, guarded) ? [] : [found];
  });
}

function breadthOf(
  { action, resource }: Statement,
  wanted: string,
  meanings: ReadonlyMap<string, readonly string[]>,
): FoundGrant | null {
  if (action === null || resource === null) return null;
  const star = resource.negated ? resource.key : resource.entries.find(({ value }) => value === '*')?.node;
  if (star === undefined) return null;
  const related = [star];
  if (action.negated) {
    if (action.entries.some(({ value }) => isReached(value, wanted))) return null;
    const breadth = resource.negated ? 'not-action-and-not-resource' : 'star-in-resource-and-not-action';
    return { breadth, at: action.key, related };
  }
  const named = action.entries.find(({ value }) => mended(value, meanings).toLowerCase() === wanted);
  const entry = named ?? action.entries.find(({ value }) => isReached(value, wanted));
  if (entry === undefined) return null;
  if (named !== undefined)
    return { breadth: resource.negated ? 'not-resource' : 'star-in-resource', at: named.node, related };
  const breadth = resource.negated ? 'star-in-action-and-not-resource' : 'star-in-action-and-resource';
  return { breadth, at: entry.node, related };
}

function isGuarded({ conditions }: Statement, { key, patternsGuard }: Guarded): boolean {
  return conditions.some(
    (line) =>
      line.key.value.toLowerCase() === key &&
      readOperator(line.operator.value)?.ifExists === false &&
      (patternsGuard || !line.values.some(({ text }) => /^[*?]/.test(text))),
  );
}

/** True when a Deny without conditions shuts the action out wherever it is not wanted. */
function isFencedIn({ statements }: PolicyDocument, action: string): boolean {
  return statements.some((statement) => {
    if (statement.effect !== 'Deny' || statement.conditions.length > 0) return false;
    const { action: denied, resource } = statement;
    if (denied === null || resource === null) return false;
    const isDenied = denied.entries.some(({ value }) => isReached(value, action)) !== denied.negated;
    const isWide = resource.negated
      ? !resource.entries.some(({ value }) => value === '*')
      : resource.entries.some(({ value }) => value === '*');
    return isDenied && isWide;
  });
}

/** @source https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html (read 2026-11-24) */
export const passRole: Guarded = {
  action: 'iam:passrole',
  key: 'iam:passedtoservice',
  check: 'security-warning-pass-role',
  patternsGuard: true,
};

/** @source https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html (read 2026-11-24) */
export const createServiceLinkedRole: Guarded = {
  action: 'iam:createservicelinkedrole',
  key: 'iam:awsservicename',
  check: 'general-warning-create-slr',
  patternsGuard: false,
};
