import { message } from '../../messages/index.ts';
import type { Diagnostic, Source } from '../core/types.ts';
import type { CompiledPolicy } from './compile.ts';
import { decide } from './decide.ts';
import { webIdentity } from './decide-call.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { diagnosticOf } from './finding.ts';
import type { JsonNode } from './json/nodes.ts';
import type { ContextValue, Request } from './match.ts';
import type { IamScenario } from './scenario.ts';
import { linesOnClaim } from './tokens.ts';

/** AWS’s advice on whom a role trusts. */
export const trustAdvice: Source = {
  url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  readOn: '2026-11-24',
  evidence: 'documented',
};

/** Values of a policy that are tried; a trust policy has at most 2,048 characters. */
const maxTried = 100;

/**
 * Who else may assume the role: tokens that the policy's own text suggests, each other literal value of a claim and each wildcard filled
 * in, and each other principal that it names.
 */
export function findTrustExcess(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  return [
    ...otherTokens(policies, scenario, 'sub'),
    ...otherTokens(policies, scenario, 'aud'),
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

function mayAssume(
  policies: readonly CompiledPolicy[],
  scenario: IamScenario,
  claims: Readonly<Record<string, ContextValue>>,
): boolean {
  const { principal, context } = webIdentity(scenario.provider ?? '', claims);
  const request = { resource: '*', context: { ...scenario.context, ...context }, principal };
  return mayBeAllowed(policies, { ...request, action: 'sts:AssumeRoleWithWebIdentity' });
}

function mayBeAllowed(policies: readonly CompiledPolicy[], request: Request): boolean {
  const { decision } = decide(policies, request);
  return decision === 'allowed' || decision === 'unknown';
}

const assumeActions = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'];

function otherPrincipals(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly Diagnostic[] {
  const named = policies
    .flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'))
    .flatMap(({ statement }) => statement.principal?.entries ?? []);
  return named.slice(0, maxTried).flatMap(({ node, kind, value }) => {
    if (kind === 'Federated' && value === scenario.provider) return [];
    const id = value === '*' ? 'arn:aws:iam::444455556666:root' : value;
    const principal = { kind: kind === '*' ? 'AWS' : kind, id };
    const allowed = assumeActions.some((action) =>
      mayBeAllowed(policies, { action, resource: '*', context: scenario.context, principal }),
    );
    return allowed ? [found(policies, node, message('iam/trusts-other-principal', { value }))] : [];
  });
}

function found(policies: readonly CompiledPolicy[], at: JsonNode, said: Diagnostic['message']): Diagnostic {
  return diagnosticOf({ at, message: said }, policies[0]?.document.file ?? '', 'error', trustAdvice);
}
