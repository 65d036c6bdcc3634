import { message } from '../../messages/index.ts';
import type { Diagnostic } from '../core/types.ts';
import type { CompiledPolicy } from './compile.ts';
import { type Decision, decide } from './decide.ts';
import { memberOf, openingBraceOf } from './document.ts';
import { iamGuide } from './facts/sources.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { diagnosticOf } from './finding.ts';
import type { Span } from './json/nodes.ts';
import { type ContextValue, contextOf } from './match.ts';
import type { IamScenario } from './scenario.ts';
import { keysThatAllow } from './search-context.ts';
import { linesOnClaim, webIdentity } from './web-identity.ts';

/** AWS’s advice on whom a role trusts. */
export const trustAdvice = iamGuide('id_roles_create_for-idp_oidc');

/** Values of a policy that are tried; a trust policy has at most 2,048 characters. */
const maxTried = 100;

/**
 * Who else may assume the role: tokens that the policy's own text suggests, each other literal value of a claim and each wildcard filled
 * in; tokens of strangers, where no condition speaks of a claim; and each other principal that it names.
 */
export function findTrustExcess(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  return [
    ...otherTokens(policies, scenario, 'sub'),
    ...otherTokens(policies, scenario, 'aud'),
    ...anyTokens(policies, scenario),
    ...otherPrincipals(policies, scenario),
  ];
}

function otherTokens(policies: readonly CompiledPolicy[], scenario: IamScenario, claim: string): readonly Diagnostic[] {
  const tokens = scenario.attempts.flatMap((call) => call.tokens ?? []);
  const known = new Set(tokens.map(({ claims }) => String(claims[claim])));
  const values = linesOnClaim(policies, claim).flatMap((line) => line.values);
  return values.slice(0, maxTried).flatMap(({ node, text }) => {
    const example = fillWildcards(text).find(
      (value) =>
        !known.has(value) && tokens.some(({ claims }) => mayAssume(policies, scenario, { ...claims, [claim]: value })),
    );
    if (example === undefined) return [];
    return [
      found(
        policies,
        node,
        message('iam/trusts-other-token', { value: text, claim, example: example === text ? '' : example }),
      ),
    ];
  });
}

/** Statements that let tokens in without a word on a claim, each with a token that nobody meant. */
function anyTokens(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const { claims } of scenario.attempts.flatMap(({ tokens }) => tokens ?? [])) {
    for (const stranger of strangersTo(claims)) {
      const { claim } = stranger;
      for (const { statement } of decisionOn(policies, scenario, stranger.claims).decidedBy) {
        const { index, node, conditions } = statement.statement;
        const isSilent = conditions.every(({ key }) => !key.value.toLowerCase().endsWith(`:${claim}`));
        if (statement.effect === 'Deny' || !isSilent || told.has(`${index} ${claim}`)) continue;
        const at = memberOf(node, 'Condition')?.key ?? openingBraceOf(node);
        const example = String(stranger.claims[claim]);
        told.set(`${index} ${claim}`, found(policies, at, message('iam/trusts-any-token', { claim, example })));
      }
    }
  }
  return [...told.values()];
}

type Claims = Readonly<Record<string, ContextValue>>;

/** Tokens like one that is meant, but of another repository, of another branch, and for another audience. */
function strangersTo(claims: Claims): readonly { readonly claim: string; readonly claims: Claims }[] {
  const subject = String(claims['sub']);
  const elsewhere = Object.fromEntries(Object.keys(claims).map((claim) => [claim, 'elsewhere']));
  const sub = subject.startsWith('repo:') ? 'repo:elsewhere/elsewhere:ref:refs/heads/main' : 'elsewhere';
  const branch = subject.replace(/:ref:.*$/s, ':ref:refs/heads/elsewhere');
  return [
    { claim: 'sub', claims: { ...elsewhere, aud: claims['aud'] ?? '', sub } },
    ...(branch === subject ? [] : [{ claim: 'sub', claims: { ...claims, sub: branch, ref: 'refs/heads/elsewhere' } }]),
    { claim: 'aud', claims: { ...claims, aud: 'https://elsewhere.example' } },
  ];
}

function mayAssume(policies: readonly CompiledPolicy[], scenario: IamScenario, claims: Claims): boolean {
  return isOpen(decisionOn(policies, scenario, claims));
}

function decisionOn(policies: readonly CompiledPolicy[], scenario: IamScenario, claims: Claims): Decision {
  const { principal, context } = webIdentity(scenario.provider ?? '', claims);
  const request = { resource: '*', context: { ...scenario.context, ...context }, principal };
  return decide(policies, { ...request, action: 'sts:AssumeRoleWithWebIdentity' });
}

function isOpen({ decision }: Decision): boolean {
  return decision === 'allowed' || decision === 'unknown';
}

const assumeActions = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

/** Others whom the policy names, as they ask bare, and with whatever keys its conditions want. */
function otherPrincipals(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  const named = policies
    .flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'))
    .flatMap(({ statement }) => statement.principal?.entries ?? []);
  const asked = Object.fromEntries(keysThatAllow(policies, contextOf(scenario.context)));
  const contexts = [scenario.context, { ...scenario.context, ...asked }];
  return named.slice(0, maxTried).flatMap(({ node, kind, value }) => {
    if (kind === 'Federated' && value === scenario.provider) return [];
    const id = value === '*' ? 'arn:aws:iam::444455556666:root' : value;
    const principal = { kind: kind === '*' ? 'AWS' : kind, id };
    const allowed = assumeActions.some((action) =>
      contexts.some((context) => isOpen(decide(policies, { action, resource: '*', context, principal }))),
    );
    return allowed ? [found(policies, node, message('iam/trusts-other-principal', { value }))] : [];
  });
}

function found(policies: readonly CompiledPolicy[], at: Span, said: Diagnostic['message']): Diagnostic {
  return diagnosticOf({ at, message: said }, policies[0]?.document.file ?? '', 'error', trustAdvice);
}
