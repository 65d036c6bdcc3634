import { message } from '../../messages/index.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { holdsFor } from './conditions.ts';
import type { Decision } from './decide.ts';
import { openingBraceOf } from './document.ts';
import { explainAction } from './explain-action.ts';
import { explainCondition } from './explain-condition.ts';
import { explainResource } from './explain-resource.ts';
import { type Candidate, type Explanation, maxCompared, nameOf } from './explanation.ts';
import { all } from './holds.ts';
import { matchesActions, matchesPrincipals, matchesResources, type PreparedRequest, type Request } from './match.ts';

/** Explains a decision: the statement that allows or denies, or the first failing element of the nearest statement that could allow. */
export function explain(
  policies: readonly CompiledPolicy[],
  decision: Decision,
  request: Request,
  prepared: PreparedRequest,
): Explanation {
  const first = decision.decidedBy[0];
  const { action } = request;
  const { resource } = prepared;
  if (first === undefined) return explainImplicit(policies, request, prepared);
  const at = decision.decidedBy.map(({ statement: { statement } }) => statement.node);
  const statement = nameOf(first.statement.statement);
  if (decision.decision === 'allowed') {
    const said =
      request.principal === undefined
        ? message('iam/allowed', { statement, action, resource })
        : message('iam/allowed-principal', { statement, action });
    return { message: said, policy: first.policy, at };
  }
  if (decision.decision === 'unknown') {
    return { message: message('iam/left-open', { statement, action }), policy: first.policy, at };
  }
  return { ...explainExplicit(first.statement, policies, request, prepared), policy: first.policy };
}

function explainExplicit(
  denying: CompiledStatement,
  policies: readonly CompiledPolicy[],
  { action }: Request,
  prepared: PreparedRequest,
): Omit<Explanation, 'policy'> {
  const statement = nameOf(denying.statement);
  const { resource } = prepared;
  const at = [denying.statement.node];
  const negated = denying.conditions.find(({ operator }) => operator?.fact.negated);
  if (negated !== undefined) {
    const params = { statement, action, operator: negated.line.operator.value, key: negated.line.key.value };
    return { message: message('iam/denied-by-negated-operator', params), at: [negated.line.key] };
  }
  if (denying.resources?.negated && denying.statement.resource !== null) {
    const { key } = denying.statement.resource;
    return { message: message('iam/denied-by-not-resource', { statement, action, resource }), at: [key] };
  }
  if (denying.actions.negated && denying.statement.action !== null) {
    const { key } = denying.statement.action;
    return { message: message('iam/denied-by-not-action', { statement, action }), at: [key] };
  }
  const loses = allowsOf(policies).some((each) => stageOf(each.statement, prepared) === 'applies');
  const params = { statement, action, resource };
  return { message: message(loses ? 'iam/denied-over-allow' : 'iam/denied-explicitly', params), at };
}

/** The statements that allow something, in their order. */
export function allowsOf(policies: readonly CompiledPolicy[]): readonly Candidate[] {
  return policies.flatMap((policy) =>
    policy.statements.filter(({ effect }) => effect === 'Allow').map((statement) => ({ policy, statement })),
  );
}

type Stage = 'action' | 'principal' | 'resource' | 'condition' | 'applies';

/** The first element of a statement that a request fails at. */
export function stageOf(statement: CompiledStatement, request: PreparedRequest): Stage {
  const { actions, resources, principals, conditions, effect } = statement;
  if (matchesActions(actions.patterns, actions.negated, request) === 'no') return 'action';
  if (matchesPrincipals(principals?.patterns ?? null, principals?.negated ?? false, request) === 'no')
    return 'principal';
  if (resources !== null && matchesResources(resources.patterns, resources.negated, effect, request) === 'no') {
    return 'resource';
  }
  return all(conditions, (each) => holdsFor(each, request.context)) === 'no' ? 'condition' : 'applies';
}

/** An action that fits counts most, then the resource, then the conditions: the statement that got furthest is the one to mend. */
function explainImplicit(
  policies: readonly CompiledPolicy[],
  { action }: Request,
  prepared: PreparedRequest,
): Explanation {
  const reached: Record<Stage, Candidate[]> = { action: [], principal: [], resource: [], condition: [], applies: [] };
  const allows = allowsOf(policies);
  for (const candidate of allows) reached[stageOf(candidate.statement, prepared)].push(candidate);
  return (
    explainConditions(reached.condition, prepared) ??
    explainResource(reached.resource, action, prepared) ??
    explainPrincipal(reached.principal[0], prepared) ??
    explainAction(allows, action)
  );
}

/** Statements of which the nearest is sought by the letters of its values. */
const maxExplained = 10;

/** Of the statements that fail at a condition alone the one with the fewest lines that fail, and the nearest value. */
function explainConditions(reached: readonly Candidate[], prepared: PreparedRequest): Explanation | null {
  const failing = reached.slice(0, maxCompared).map((candidate) => ({
    candidate,
    lines: candidate.statement.conditions.filter((each) => holdsFor(each, prepared.context) === 'no'),
  }));
  const fewest = failing.reduce((least, { lines }) => Math.min(least, lines.length), Number.POSITIVE_INFINITY);
  const nearest = failing
    .filter(({ lines }) => lines.length === fewest)
    .slice(0, maxExplained)
    .map(({ candidate: { policy, statement }, lines }) => ({
      ...explainCondition(lines[0], nameOf(statement.statement), prepared.context, policy.document.version),
      policy,
    }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return nearest === undefined ? null : { message: nearest.message, policy: nearest.policy, at: nearest.at };
}

function explainPrincipal(candidate: Candidate | undefined, prepared: PreparedRequest): Explanation | null {
  if (candidate === undefined) return null;
  const { statement } = candidate.statement;
  const params = { statement: nameOf(statement), principal: prepared.principal?.id ?? '' };
  const at = [statement.principal?.value ?? openingBraceOf(statement.node)];
  return { message: message('iam/denied-principal', params), policy: candidate.policy, at };
}
