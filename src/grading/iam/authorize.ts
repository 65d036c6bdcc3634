import { runRules } from '../core/rule.ts';
import type { Diagnostic } from '../core/types.ts';
import { compilePolicy } from './compile.ts';
import { type AccessDecision, decide, decideWithin } from './decide.ts';
import { reasonOf } from './denial.ts';
import type { Request } from './match.ts';
import { parsePolicy } from './parse.ts';
import { lintRules } from './rules/index.ts';

export { compilePolicy } from './compile.ts';
export { decide } from './decide.ts';
export type { Request } from './match.ts';
export { parsePolicy } from './parse.ts';

/** What a set of policies makes of one request. */
export interface Authorization {
  /** `unreadable` when AWS would refuse to save one of the policies; `unknown` where its documentation leaves it open. */
  readonly decision: AccessDecision | 'unreadable';
  /** How AWS ends the sentence in which it denies the request: which kind of policy is to blame. Empty when it denies nothing. */
  readonly reason: string;
  /** The statements that decide: index of the policy, of the statement, and its place in the policy's text. */
  readonly decidedBy: readonly {
    readonly policy: number;
    readonly statement: number;
    readonly start: number;
    readonly end: number;
  }[];
  /** Faults of all policies; the file of a range is `policies[0]` and so on. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decides one request by the identity policies of one account, within a permissions boundary where there is one; the boundary counts as
 * the policy behind the last. A key that is not in the request's context is absent. A policy that is given as an object is read, and its
 * places counted, as `JSON.stringify(policy, null, 2)`. Total: any text gives an answer.
 *
 * @example authorize([], { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', context: {} }).decision // => 'implicit-deny'
 */
export function authorize(
  policies: readonly (string | object)[],
  request: Request,
  boundary?: string | object,
): Authorization {
  const given = boundary === undefined ? policies : [...policies, boundary];
  const parsed = given.map((policy, index) => parsePolicy(textOf(policy), `policies[${index}]`, 'identity'));
  const documents = parsed.flatMap(({ document }) => (document === null ? [] : [document]));
  const diagnostics = [
    ...parsed.flatMap((each) => each.diagnostics),
    ...documents.flatMap((document) => runRules(lintRules, document)),
  ];
  if (parsed.some(({ refused }) => refused)) return { decision: 'unreadable', reason: '', decidedBy: [], diagnostics };
  const compiled = documents.map(compilePolicy);
  const last = boundary === undefined ? undefined : compiled.at(-1);
  const decided = last === undefined ? decide(compiled, request) : decideWithin(last, compiled.slice(0, -1), request);
  return {
    decision: decided.decision,
    reason: reasonOf(decided, request.action),
    decidedBy: decided.decidedBy.map(({ policy, statement: { statement } }) => {
      const { start, end } = statement.node;
      return { policy: documents.indexOf(policy.document), statement: statement.index, start, end };
    }),
    diagnostics,
  };
}

/** The text that offsets count in. */
export function textOf(policy: string | object): string {
  return typeof policy === 'string' ? policy : (JSON.stringify(policy, null, 2) ?? '');
}
