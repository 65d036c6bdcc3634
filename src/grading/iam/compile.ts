import { memoize } from '../core/memoize.ts';
import { type Condition, compileCondition, holdsFor } from './conditions.ts';
import type { PolicyDocument, Statement } from './document.ts';
import { all, type Holds } from './holds.ts';
import {
  type ActionPattern,
  compileAction,
  compileResource,
  matchesActions,
  matchesPrincipals,
  matchesResources,
  type PreparedRequest,
  type PrincipalPattern,
  type ResourcePattern,
} from './match.ts';

/** A statement ready to be asked. */
export interface CompiledStatement {
  readonly statement: Statement;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: { readonly negated: boolean; readonly patterns: readonly ActionPattern[] };
  /** Null where a policy has no resources: a trust policy is about its role. */
  readonly resources: { readonly negated: boolean; readonly patterns: readonly ResourcePattern[] } | null;
  readonly principals: { readonly negated: boolean; readonly patterns: readonly PrincipalPattern[] } | null;
  readonly conditions: readonly Condition[];
}

/** A policy ready to be asked as often as one likes. */
export interface CompiledPolicy {
  readonly document: PolicyDocument;
  readonly statements: readonly CompiledStatement[];
}

/** Compiles a policy, each document once. A statement that lacks what it needs to apply is left out: nothing is filled in. */
export const compilePolicy = memoize((document: PolicyDocument): CompiledPolicy => {
  const statements = document.statements.flatMap((statement) => compileStatement(statement, document));
  return { document, statements };
});

function compileStatement(statement: Statement, { version, type }: PolicyDocument): readonly CompiledStatement[] {
  const { effect, action, resource, principal } = statement;
  if (effect === null || action === null || (resource === null && type === 'identity')) return [];
  const withVariables = version === '2012-10-17';
  return [
    {
      statement,
      effect,
      actions: { negated: action.negated, patterns: action.entries.map(({ value }) => compileAction(value)) },
      resources:
        resource === null || type === 'trust'
          ? null
          : {
              negated: resource.negated,
              patterns: resource.entries.map(({ value }) => compileResource(value, withVariables)),
            },
      principals:
        principal === null
          ? null
          : {
              negated: principal.negated,
              patterns: principal.entries.map(({ kind, value }) => ({ kind, id: value })),
            },
      conditions: statement.conditions.map((line) => compileCondition(line, withVariables)),
    },
  ];
}

/** Whether a statement applies to a request: who asks, the action, the resource and every condition. */
export function applies(compiled: CompiledStatement, request: PreparedRequest): Holds {
  const named = matchesPrincipals(
    compiled.principals?.patterns ?? null,
    compiled.principals?.negated ?? false,
    request,
  );
  if (named === 'no') return 'no';
  const action = matchesActions(compiled.actions.patterns, compiled.actions.negated, request);
  if (action === 'no') return 'no';
  const resource = reachesResource(compiled, request);
  if (resource === 'no') return 'no';
  const conditions = all(compiled.conditions, (condition) => holdsFor(condition, request.context));
  if (conditions !== 'yes') return conditions;
  return action === 'yes' && resource === 'yes' && named === 'yes' ? 'yes' : 'unknown';
}

/** Whether a statement's resources take in what is requested; yes where a policy has none. */
export function reachesResource({ resources, effect }: CompiledStatement, request: PreparedRequest): Holds {
  return resources === null ? 'yes' : matchesResources(resources.patterns, resources.negated, effect, request);
}
