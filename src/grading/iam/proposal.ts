import { findAction } from './catalogue.ts';
import { type CompiledPolicy, type CompiledStatement, compilePolicy, reachesResource } from './compile.ts';
import { type AccessDecision, decidePrepared } from './decide.ts';
import { memberOf } from './document.ts';
import { hasWildcard } from './glob.ts';
import { plainValueOf } from './json/nodes.ts';
import { matchesActions, type PreparedRequest, prepareRequest, splitAction } from './match.ts';
import { type Need, type NeededCall, requestFor } from './need.ts';
import { parsePolicy } from './parse.ts';
import { type Score, scoreOf } from './score.ts';
import { sizeOf } from './size.ts';

/** A smaller policy, and the proof that it does for the need what the given ones do. */
export interface Proposal {
  readonly kind: 'smaller';
  readonly text: string;
  /** Characters as IAM counts them. */
  readonly sizeBefore: number;
  readonly sizeAfter: number;
  readonly before: Score;
  readonly after: Score;
  /** Each needed call as the given policies decide it and as the proposal does: what one allows the other allows. */
  readonly proof: readonly ProvenCall[];
}

/**
 * Why no smaller policy is proposed. `smallest`: there is nothing to cut. `too-long`: a policy could not be saved. `nothing-allowed`: none of
 * the needed calls is. `open`: one of them is not decided. `unwritable`: what is allowed cannot be said in statements that mean the same.
 */
export interface NoProposal {
  readonly kind: 'smallest' | 'too-long' | 'nothing-allowed' | 'open' | 'unwritable';
}

/** A needed call, as the given policies decide it and as the proposal does. */
export interface ProvenCall {
  readonly action: string;
  readonly resource: string;
  readonly before: AccessDecision;
  readonly after: AccessDecision;
}

/**
 * Cuts policies down to what they do for a need. Each statement of the proposal names actions and resources that a given statement
 * allows, under that statement's conditions; a Deny that could touch them is kept. So it allows nothing that the given policies do not,
 * and what they lack for the need it lacks too. `before`: the score of the policies; `indent`: blanks a level of the proposal's text.
 */
export function proposeSmaller(
  policies: readonly CompiledPolicy[],
  need: Need,
  { before = scoreOf(policies, need), indent = 2 }: { readonly before?: Score | null; readonly indent?: number } = {},
): Proposal | NoProposal {
  if (before === null) return { kind: 'too-long' };
  const asked = need.calls.map((call) => askCall(policies, need, call));
  if (asked.some(({ decision }) => decision === 'unknown')) return { kind: 'open' };
  const allowed = asked.filter(({ by }) => by !== null);
  if (allowed.length === 0) return { kind: 'nothing-allowed' };
  const text = writePolicy(policies, allowed, indent);
  return text === null ? { kind: 'unwritable' } : provenProposal(policies, need, asked, text, before);
}

/** The text as a proposal, once both sides have decided every needed call alike. */
function provenProposal(
  policies: readonly CompiledPolicy[],
  need: Need,
  asked: readonly AskedCall[],
  text: string,
  before: Score,
): Proposal | NoProposal {
  const { document, refused } = parsePolicy(text, 'policy.json', 'identity');
  const proposed = document === null || refused ? [] : [compilePolicy(document)];
  const after = scoreOf(proposed, need);
  const proof = asked.map(({ call: { action, resource }, prepared, decision }) => ({
    action,
    resource,
    before: decision,
    after: decidePrepared(proposed, prepared).decision,
  }));
  const isProven = proof.every((each) => (each.before === 'allowed') === (each.after === 'allowed'));
  if (after === null || !isProven) return { kind: 'unwritable' };
  const [sizeBefore, sizeAfter] = [sizeOfAll(policies), sizeOfAll(proposed)];
  const isLess = after.points < before.points || (after.points === before.points && sizeAfter < sizeBefore);
  return isLess ? { kind: 'smaller', text, sizeBefore, sizeAfter, before, after, proof } : { kind: 'smallest' };
}

function sizeOfAll(policies: readonly CompiledPolicy[]): number {
  return policies.reduce((sum, { document: { text } }) => sum + sizeOf(text), 0);
}

interface AskedCall {
  readonly call: NeededCall;
  readonly prepared: PreparedRequest;
  readonly decision: AccessDecision;
  /** The statement that allows it, with as few conditions as there are; null when it is not allowed. */
  readonly by: CompiledStatement | null;
}

function askCall(policies: readonly CompiledPolicy[], need: Need, call: NeededCall): AskedCall {
  const prepared = prepareRequest(requestFor(need, call));
  const { decision, decidedBy } = decidePrepared(policies, prepared);
  const statements = decidedBy.map(({ statement }) => statement);
  const [by = null] = statements.toSorted((a, b) => a.conditions.length - b.conditions.length);
  return { call, prepared, decision, by: decision === 'allowed' ? by : null };
}

/** The proposal as text; null where it cannot be written, or would not mean the same. */
function writePolicy(
  policies: readonly CompiledPolicy[],
  allowed: readonly AskedCall[],
  indent: number,
): string | null {
  if (!allowed.every(({ prepared: { resource } }) => resource === '*' || isPlain(resource))) return null;
  const kept = policies.flatMap(({ statements }) => statements).filter((each) => mayDeny(each, allowed));
  const statements = [...allowStatements(allowed), ...kept.map(({ statement }) => plainValueOf(statement.node))];
  const text = `${JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, indent)}\n`;
  const isOld = policies.some(({ document }) => document.version !== '2012-10-17');
  return isOld && text.includes('${') ? null : text;
}

function isPlain(resource: string): boolean {
  return !hasWildcard(resource) && !resource.includes('$');
}

function mayDeny(statement: CompiledStatement, allowed: readonly AskedCall[]): boolean {
  const { effect, actions } = statement;
  return (
    effect === 'Deny' &&
    allowed.some(
      ({ prepared }) =>
        matchesActions(actions.patterns, actions.negated, prepared) !== 'no' &&
        reachesResource(statement, prepared) !== 'no',
    )
  );
}

interface Allow {
  readonly condition: unknown;
  readonly actions: Set<string>;
  readonly resources: Set<string>;
}

/** One statement for all calls with the same conditions and resource, and one for all resources with the same actions. */
function allowStatements(allowed: readonly AskedCall[]): readonly object[] {
  const byResource = new Map<string, Allow>();
  for (const { call, prepared, by } of allowed) {
    const condition = by === null ? undefined : conditionOf(by);
    const id = JSON.stringify([condition ?? null, prepared.resource]);
    const group = byResource.get(id) ?? { condition, actions: new Set(), resources: new Set([prepared.resource]) };
    group.actions.add(nameOf(call.action));
    byResource.set(id, group);
  }
  const byActions = new Map<string, Allow>();
  for (const group of byResource.values()) {
    const id = JSON.stringify([group.condition ?? null, [...group.actions].toSorted()]);
    const known = byActions.get(id);
    if (known === undefined) byActions.set(id, group);
    else for (const resource of group.resources) known.resources.add(resource);
  }
  return [...byActions.values()].map(({ condition, actions, resources }) => ({
    Effect: 'Allow',
    Action: loneOrList(actions),
    Resource: loneOrList(resources),
    ...(condition === undefined ? {} : { Condition: condition }),
  }));
}

function loneOrList(texts: ReadonlySet<string>): string | readonly string[] {
  const [first, ...others] = texts;
  return first !== undefined && others.length === 0 ? first : [...texts];
}

/** The action with its own capitals, where the catalogue knows them. */
function nameOf(action: string): string {
  const known = findAction(...splitAction(action.toLowerCase()));
  return known === null ? action : `${known.service}:${known.name}`;
}

function conditionOf({ statement, conditions }: CompiledStatement): unknown {
  const member = memberOf(statement.node, 'Condition');
  return member === null || conditions.length === 0 ? undefined : plainValueOf(member.value);
}
