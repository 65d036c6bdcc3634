import type { Fix } from '../core/types.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { type Condition, compileCondition, holdsFor } from './conditions.ts';
import type { JudgedCall } from './decide-call.ts';
import { allowsOf, stageOf } from './explain.ts';
import { entryMeant } from './explain-action.ts';
import type { Candidate } from './explanation.ts';
import { hasWildcard } from './glob.ts';
import { all } from './holds.ts';
import { matchesActions, type PreparedRequest } from './match.ts';
import { fixOf, type Remedy } from './remedy.ts';

/**
 * The smallest edits that make the denied requests of one call pass, and open nothing that the policy does not mean already: a name is
 * spelt as IAM spells it, an action joins a statement that is about exactly this resource, or gets a statement of its own, with `*` only
 * where no ARN will do. Null where that is not certain: against a Deny, and against a condition that was set on purpose.
 */
export function mendCall(policies: readonly CompiledPolicy[], judged: readonly JudgedCall[]): Fix | null {
  const denied = judged.filter(({ outcome }) => outcome === 'denied');
  const remedies = denied.flatMap((each) => remedyFor(policies, each) ?? []);
  return remedies.length < denied.length ? null : fixOf(remedies);
}

function remedyFor(policies: readonly CompiledPolicy[], { call, prepared, decision }: JudgedCall): Remedy | null {
  if (decision.decision !== 'implicit-deny') return null;
  const allows = allowsOf(policies);
  const stages = allows.map(({ statement }) => stageOf(statement, prepared));
  const failingAt = (stage: string): readonly Candidate[] => allows.filter((_, index) => stages[index] === stage);
  const byCondition = failingAt('condition');
  if (byCondition.length > 0) return mendOperator(byCondition, prepared);
  const meant = entryMeant(allows, call.action);
  if (meant !== null && lacksActionOnly(meant.candidate.statement, prepared)) {
    return { kind: 'replace', policy: meant.candidate.policy, node: meant.entry.node, text: call.action };
  }
  if (call.principal !== undefined || (prepared.arn !== null && hasWildcard(prepared.resource))) return null;
  return respell(failingAt('resource'), prepared) ?? grant(policies, allows, call.action, prepared);
}

/** True when a statement would apply if it named the action. */
function lacksActionOnly(statement: CompiledStatement, prepared: PreparedRequest): boolean {
  const everyAction = { negated: true, patterns: [] };
  return stageOf({ ...statement, actions: everyAction }, prepared) === 'applies';
}

/** The action in a statement that is about this one resource, else in a new one. */
function grant(
  [first]: readonly CompiledPolicy[],
  allows: readonly Candidate[],
  action: string,
  prepared: PreparedRequest,
): Remedy | null {
  const fitting = allows.find(({ statement }) => isAboutOnly(statement, prepared));
  if (fitting !== undefined) return { kind: 'add', candidate: fitting, action };
  return first === undefined ? null : { kind: 'new', policy: first, action, resource: prepared.resource };
}

function isAboutOnly({ actions, resources, conditions }: CompiledStatement, prepared: PreparedRequest): boolean {
  const [only, ...others] = resources?.patterns ?? [];
  if (actions.negated || only === undefined || others.length > 0 || resources?.negated) return false;
  const isSame = prepared.arn === null ? only.isStar : only.isLiteral && only.text === prepared.resource;
  return isSame && all(conditions, (each) => holdsFor(each, prepared.context)) === 'yes';
}

/** An entry that differs from the resource in capitals, or in blanks at its ends, alone. */
function respell(reached: readonly Candidate[], prepared: PreparedRequest): Remedy | null {
  const wanted = prepared.resource.toLowerCase();
  for (const { policy, statement } of reached) {
    const { actions, conditions, resources } = statement;
    const entry = statement.statement.resource?.entries.find(({ value }) => value.trim().toLowerCase() === wanted);
    if (entry === undefined || resources?.negated) continue;
    const takesAction = matchesActions(actions.patterns, actions.negated, prepared) === 'yes';
    const holds = all(conditions, (each) => holdsFor(each, prepared.context)) === 'yes';
    if (takesAction && holds) return { kind: 'replace', policy, node: entry.node, text: prepared.resource };
  }
  return null;
}

/** A wildcard under `StringEquals` is meant for `StringLike`, if all else under the operator means the same there. */
function mendOperator(reached: readonly Candidate[], { context }: PreparedRequest): Remedy | null {
  for (const { policy, statement } of reached) {
    const [condition, ...more] = statement.conditions.filter((each) => holdsFor(each, context) === 'no');
    if (condition === undefined || more.length > 0 || condition.operator?.base !== 'StringEquals') continue;
    const { operator } = condition.line;
    const text = operator.value.replace('StringEquals', 'StringLike');
    const lines = statement.statement.conditions;
    const isFree = lines.every((line) => line.operator.value !== text);
    const others = lines.filter((line) => line.operator === operator && line !== condition.line);
    const areLiteral = others.every(({ values }) => values.every((value) => !hasWildcard(value.text)));
    if (isFree && areLiteral && holdsFor(withOperator(condition, text, policy), context) === 'yes') {
      return { kind: 'replace', policy, node: operator, text };
    }
  }
  return null;
}

function withOperator({ line }: Condition, text: string, { document }: CompiledPolicy): Condition {
  return compileCondition({ ...line, operator: { ...line.operator, value: text } }, document.version === '2012-10-17');
}
