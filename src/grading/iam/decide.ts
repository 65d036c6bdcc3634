import { applies, type CompiledPolicy, type CompiledStatement } from './compile.ts';
import { type PreparedRequest, prepareRequest, type Request } from './match.ts';

/** What IAM makes of a request. `unknown`: it hangs on something that AWS's documentation leaves open. */
export type AccessDecision = 'allowed' | 'explicit-deny' | 'implicit-deny' | 'unknown';

/** A decision, and what it rests on. */
export interface Decision {
  readonly decision: AccessDecision;
  /** The statements that decide; none for an implicit deny. */
  readonly decidedBy: readonly { readonly policy: CompiledPolicy; readonly statement: CompiledStatement }[];
  /** Which kind of policy a denial is blamed on, as AWS calls it. Left out where there is only one kind. */
  readonly deniedBy?: 'identity-based policy' | 'permissions boundary';
}

/**
 * Decides by the policies of one account: any `Deny` that applies wins, else any `Allow`, else it is denied implicitly. The order of
 * policies and statements is irrelevant, and the parts of two statements never combine.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html (read 2026-11-24)
 */
export function decide(policies: readonly CompiledPolicy[], request: Request): Decision {
  return decidePrepared(policies, prepareRequest(request));
}

/** As `decide`, for a request that is asked of several policies. */
export function decidePrepared(policies: readonly CompiledPolicy[], request: PreparedRequest): Decision {
  const denying: Decision['decidedBy'][number][] = [];
  const allowing: Decision['decidedBy'][number][] = [];
  const maybeDenying: Decision['decidedBy'][number][] = [];
  const maybeAllowing: Decision['decidedBy'][number][] = [];
  for (const policy of policies) {
    for (const statement of policy.statements) {
      const holds = applies(statement, request);
      if (holds === 'no') continue;
      if (statement.effect === 'Deny') (holds === 'yes' ? denying : maybeDenying).push({ policy, statement });
      else (holds === 'yes' ? allowing : maybeAllowing).push({ policy, statement });
    }
  }
  if (denying.length > 0) return { decision: 'explicit-deny', decidedBy: denying };
  if (allowing.length === 0 && maybeAllowing.length === 0) return { decision: 'implicit-deny', decidedBy: [] };
  if (maybeDenying.length > 0) return { decision: 'unknown', decidedBy: maybeDenying };
  if (allowing.length > 0) return { decision: 'allowed', decidedBy: allowing };
  return { decision: 'unknown', decidedBy: maybeAllowing };
}

/**
 * Decides within a permissions boundary: a Deny on either side wins, and only what both sides allow is allowed. A boundary grants nothing
 * by itself. Where both sides deny, AWS blames one of them; which one it does not say, so here it is the identity's own policies.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html (read 2026-11-24)
 */
export function decideWithin(
  boundary: CompiledPolicy,
  policies: readonly CompiledPolicy[],
  request: Request,
): Decision {
  const prepared = prepareRequest(request);
  const sides: readonly Decision[] = [
    { ...decidePrepared(policies, prepared), deniedBy: 'identity-based policy' },
    { ...decidePrepared([boundary], prepared), deniedBy: 'permissions boundary' },
  ];
  const denying = sides.filter(({ decision }) => decision === 'explicit-deny');
  const decidedBy = (those: readonly Decision[]) => those.flatMap((side) => side.decidedBy);
  if (denying[0] !== undefined) return { ...denying[0], decidedBy: decidedBy(denying) };
  const silent = sides.find(({ decision }) => decision === 'implicit-deny');
  if (silent !== undefined) return silent;
  const open = sides.filter(({ decision }) => decision === 'unknown');
  return open.length > 0
    ? { decision: 'unknown', decidedBy: decidedBy(open) }
    : { decision: 'allowed', decidedBy: decidedBy(sides) };
}
