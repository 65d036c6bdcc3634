import type { ConditionLine, PolicyDocument, Statement } from '../document.ts';
import { readOperator } from '../facts/operators.ts';

/**
 * The identity provider of GitHub Actions, as it stands in a principal's ARN and before the names of claims.
 * @source https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws (read 2026-11-24)
 */
export const githubProvider = 'token.actions.githubusercontent.com';

/** Allow statements of a trust policy that let web identities in from GitHub. */
export function githubStatements({ statements, type }: PolicyDocument): readonly Statement[] {
  if (type !== 'trust') return [];
  return statements.filter(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal?.entries.some(
        ({ kind, value }) => kind === 'Federated' && value.endsWith(`oidc-provider/${githubProvider}`),
      ),
  );
}

/** The lines of a statement that say which values a claim of GitHub's token may have: those under a positive String operator. */
export function linesOn(statement: Statement, claim: string): readonly ConditionLine[] {
  return linesUnder(statement, claim, false);
}

/** True when a Deny of the policy shuts out every value of a claim but some: a fence around a wide Allow. */
export function isFencedBy({ statements }: PolicyDocument, claim: string): boolean {
  return statements.some((statement) => statement.effect === 'Deny' && linesUnder(statement, claim, true).length > 0);
}

function linesUnder(statement: Statement, claim: string, negated: boolean): readonly ConditionLine[] {
  return statement.conditions.filter(({ operator, key }) => {
    const read = readOperator(operator.value);
    const isClaim = key.value.toLowerCase() === `${githubProvider}:${claim}`;
    return isClaim && read?.fact.family === 'String' && read.fact.negated === negated;
  });
}
