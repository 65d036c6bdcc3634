import type { CompiledPolicy } from './compile.ts';
import type { ConditionLine } from './document.ts';
import type { Request } from './match.ts';
import type { Token } from './scenario.ts';

/** The principal of a token that an identity provider signed, and its claims as condition keys. */
export function webIdentity(
  provider: string,
  claims: Request['context'],
): { readonly principal: { readonly kind: string; readonly id: string }; readonly context: Request['context'] } {
  const name = provider.replace(/^.*oidc-provider\//, '');
  const keys = Object.entries(claims).map(([claim, value]) => [`${name}:${claim}`, value]);
  return { principal: { kind: 'Federated', id: provider }, context: Object.fromEntries(keys) };
}

/** The lines of Allow statements that compare a claim, `sub` or `aud`, of any provider. */
export function linesOnClaim(policies: readonly CompiledPolicy[], claim: string): readonly ConditionLine[] {
  return policies
    .flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Allow'))
    .flatMap(({ statement }) => statement.conditions)
    .filter(({ key }) => key.value.toLowerCase().endsWith(`:${claim}`));
}

/** The lines of Deny statements that shut out all values of a claim but theirs. */
function fencesOnClaim(policies: readonly CompiledPolicy[], claim: string): readonly ConditionLine[] {
  return policies
    .flatMap(({ statements }) => statements.filter(({ effect }) => effect === 'Deny'))
    .flatMap(({ conditions }) => conditions)
    .filter(({ key, operator }) => key.endsWith(`:${claim}`) && operator?.fact.negated)
    .map(({ line }) => line);
}

/**
 * The tokens that a trust policy is judged by. GitHub writes `sub` with names, or with names and ids; a repository sends one kind. A
 * policy that is written for one kind is asked by a token of that kind, one for both by both.
 * @source https://github.com/aws-actions/configure-aws-credentials#immutable-subject-claims (read 2026-11-24)
 */
export function tokensAsked(policies: readonly CompiledPolicy[], tokens: readonly Token[]): readonly Token[] {
  const lines = [...linesOnClaim(policies, 'sub'), ...fencesOnClaim(policies, 'sub')];
  const values = lines.flatMap((line) => line.values.map(({ text }) => text));
  const kinds = new Set(values.map((value) => (value.includes('@') ? 'ids' : 'names')));
  const asked = tokens.filter(({ kind }) => kinds.has(kind));
  return asked.length === 0 ? tokens : asked;
}
