import { type Message, message } from '../../messages/index.ts';
import { distance } from '../core/nearest.ts';
import { arnParts, arnPartsOf } from './arn.ts';
import { findAction, takesOnlyStar } from './catalogue.ts';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { holdsFor } from './conditions.ts';
import type { Decision } from './decide.ts';
import { actionsMeant } from './did-you-mean.ts';
import type { Entry, Statement } from './document.ts';
import { openingBraceOf } from './document.ts';
import { explainCondition } from './explain-condition.ts';
import { compileGlob, matchesGlob } from './glob.ts';
import { all } from './holds.ts';
import type { Span } from './json/nodes.ts';
import {
  matchesActions,
  matchesPrincipals,
  matchesResource,
  matchesResources,
  type PreparedRequest,
  type Request,
  splitAction,
} from './match.ts';

/** Why a request is decided as it is: one sentence, and the part of the policy it is about. */
export interface Explanation {
  readonly message: Message;
  readonly policy: CompiledPolicy | null;
  readonly at: readonly Span[];
}

/** How a message names a statement: by its `Sid`, else by its number from 1. */
export function nameOf({ sid, index }: Statement): string {
  return sid === null || sid.value === '' ? `#${index + 1}` : `\`${sid.value}\``;
}

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

interface Candidate {
  readonly policy: CompiledPolicy;
  readonly statement: CompiledStatement;
}

function allowsOf(policies: readonly CompiledPolicy[]): readonly Candidate[] {
  return policies.flatMap((policy) =>
    policy.statements.filter(({ effect }) => effect === 'Allow').map((statement) => ({ policy, statement })),
  );
}

type Stage = 'action' | 'principal' | 'resource' | 'condition' | 'applies';

/** The first element of a statement that a request fails at. */
function stageOf(statement: CompiledStatement, request: PreparedRequest): Stage {
  const { actions, resources, principals, conditions, effect } = statement;
  if (matchesActions(actions.patterns, actions.negated, request) === 'no') return 'action';
  if (matchesPrincipals(principals?.patterns ?? null, principals?.negated ?? false, request) === 'no')
    return 'principal';
  if (resources !== null && matchesResources(resources.patterns, resources.negated, effect, request) === 'no') {
    return 'resource';
  }
  return all(conditions, (each) => holdsFor(each, request.context)) === 'no' ? 'condition' : 'applies';
}

function explainImplicit(
  policies: readonly CompiledPolicy[],
  request: Request,
  prepared: PreparedRequest,
): Explanation {
  const allows = allowsOf(policies);
  const staged = allows.map((candidate) => ({ ...candidate, stage: stageOf(candidate.statement, prepared) }));
  for (const stage of ['condition', 'resource', 'principal'] as const) {
    const reached = staged.filter((each) => each.stage === stage);
    const explanations = reached.slice(0, 50).map((each) => explainStage(stage, each, request, prepared));
    const nearest = explanations.toSorted((a, b) => a.distance - b.distance)[0];
    if (nearest !== undefined) return nearest;
  }
  return explainAction(allows, request);
}

type Ranked = Explanation & { readonly distance: number };

function explainStage(
  stage: 'condition' | 'resource' | 'principal',
  { policy, statement }: Candidate,
  request: Request,
  prepared: PreparedRequest,
): Ranked {
  const name = nameOf(statement.statement);
  if (stage === 'condition') {
    const failing = statement.conditions.filter((each) => holdsFor(each, prepared.context) === 'no');
    const found = explainCondition(failing[0], name, prepared.context, policy.document.version);
    return { ...found, policy, distance: failing.length * 100 + found.distance };
  }
  if (stage === 'principal') {
    const at = statement.statement.principal?.value ?? openingBraceOf(statement.statement.node);
    const principal = prepared.principal?.id ?? '';
    return { message: message('iam/denied-principal', { statement: name, principal }), policy, at: [at], distance: 0 };
  }
  return { ...explainResource(statement, name, request, prepared), policy };
}

function explainResource(
  { statement, resources }: CompiledStatement,
  name: string,
  { action }: Request,
  prepared: PreparedRequest,
): Omit<Ranked, 'policy'> {
  const list = statement.resource;
  const { resource } = prepared;
  if (list === null || list.entries.length === 0) {
    const at = [openingBraceOf(statement.node)];
    return { message: message('iam/denied-no-statement', { action }), at, distance: 200 };
  }
  if (resources?.negated) {
    const hit = list.entries.find((_, index) => {
      const pattern = resources.patterns[index];
      return pattern !== undefined && matchesResource(pattern, prepared) !== 'no';
    });
    const at = [hit?.node ?? list.key];
    return { message: message('iam/denied-excluded', { statement: name, action, resource }), at, distance: 50 };
  }
  if (prepared.arn === null || takesOnlyStar(prepared.prefix, prepared.name)) {
    return { message: message('iam/denied-only-star', { statement: name, action }), at: [list.value], distance: 10 };
  }
  const ranked = list.entries
    .map((entry) => compareEntry(entry, name, prepared))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0] as Omit<Ranked, 'policy'>;
}

/** The first of the six parts in which an entry and the requested ARN differ, and how far. */
function compareEntry(
  { node, value }: Entry,
  statement: string,
  { resource, prefix }: PreparedRequest,
): Omit<Ranked, 'policy'> {
  const [written, wanted] = [arnPartsOf(value, true), arnPartsOf(resource, false)];
  const index = arnParts.findIndex((_, each) => !fitsPart(written[each], wanted[each]));
  const part = arnParts[index] ?? 'resource';
  const [mine, theirs] = [written[index] ?? value, wanted[index] ?? resource];
  const at = [node];
  const far = (5 - Math.max(index, 0)) * 50 + distance(mine, theirs, 49);
  if (mine !== mine.trim() || value !== value.trim()) {
    return { message: message('iam/denied-stray-space', { written: value }), at, distance: far };
  }
  if (mine.includes('${')) {
    return { message: message('iam/denied-unresolved', { statement, written: mine }), at, distance: far };
  }
  if (mine.toLowerCase() === theirs.toLowerCase()) {
    return { message: message('iam/denied-capitals', { statement, written: mine, wanted: theirs }), at, distance: far };
  }
  if (prefix === 's3' && part === 'resource' && mine.includes('/') !== theirs.includes('/')) {
    return {
      message: message('iam/denied-bucket-or-object', { statement, written: value, wanted: resource }),
      at,
      distance: far,
    };
  }
  const params = {
    statement,
    part,
    written: mine === '' ? '(empty)' : mine,
    wanted: theirs === '' ? '(empty)' : theirs,
  };
  return { message: message('iam/denied-arn-part', params), at, distance: far };
}

function fitsPart(written: string | undefined, wanted: string | undefined): boolean {
  if (written === undefined || wanted === undefined) return written === wanted;
  return matchesGlob(compileGlob(written), wanted);
}

/** Entries that are compared letter by letter; a policy with more is explained less finely. */
const maxCompared = 200;

/** No statement names the action: perhaps one does by another name. */
function explainAction(allows: readonly Candidate[], { action }: Request): Explanation {
  const lower = action.toLowerCase();
  const [prefix] = splitAction(lower);
  const entries = allows.flatMap(({ policy, statement }) =>
    statement.actions.negated ? [] : (statement.statement.action?.entries ?? []).map((entry) => ({ ...entry, policy })),
  );
  for (const { node, value, policy } of entries.slice(0, maxCompared)) {
    const found = namedOtherwise(value, lower, prefix);
    if (found !== null) return { message: message(found, { written: value, action }), policy, at: [node] };
  }
  return { message: message('iam/denied-no-statement', { action }), policy: null, at: [] };
}

type OtherName =
  | 'iam/denied-api-name'
  | 'iam/denied-misspelt'
  | 'iam/denied-stray-space-in-action'
  | 'iam/denied-other-assume';

function namedOtherwise(written: string, action: string, prefix: string): OtherName | null {
  const lower = written.toLowerCase();
  if (lower.trim() === action) return 'iam/denied-stray-space-in-action';
  if (action === 'sts:assumerolewithwebidentity' && lower === 'sts:assumerole') return 'iam/denied-other-assume';
  if (!lower.startsWith(`${prefix}:`) && distance(lower, action, 3) > 3) return null;
  if (/[*?]/.test(written) || findAction(...splitAction(lower)) !== null) return null;
  if (!actionsMeant(written).some((each) => each.toLowerCase() === action)) {
    return distance(lower, action, 3) <= 3 ? 'iam/denied-misspelt' : null;
  }
  return distance(lower, action, 3) <= 3 ? 'iam/denied-misspelt' : 'iam/denied-api-name';
}
