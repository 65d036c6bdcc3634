import type { Evidence } from '../core/types.ts';
import type { ContextValue } from './match.ts';

/** One call of a scenario. An attempt is what the real client does; a probe what somebody else might try. */
export interface ScenarioCall {
  readonly id: string;
  /** Which part of the run it belongs to, for who runs only some of them. */
  readonly phase?: 'login' | 'cache-import' | 'push' | 'merge';
  /** The heading of the client's log that the call stands under. */
  readonly group: string;
  /** The call in one line, as the client's log or the API names it. */
  readonly call: string;
  /** The actions that AWS checks for it; all must be allowed. */
  readonly actions: readonly string[];
  readonly resource?: string;
  /** Keys that this request carries besides those of the scenario. */
  readonly context?: Readonly<Record<string, ContextValue>>;
  /** For a trust policy: the tokens that ask. Of several kinds the one counts that the policy is written for. */
  readonly tokens?: readonly Token[];
  /** The provider that signed them, where it is another than the scenario's. */
  readonly provider?: string;
  /** What the client prints when it is refused; `{denial}` is AWS's sentence. */
  readonly refusal?: string;
  /** False when the client goes on after a refusal. */
  readonly stops?: boolean;
  readonly evidence: Evidence;
  readonly source: string;
}

/** The claims of a web identity, without the provider's name before them. */
export interface Token {
  /** `names`: `repo:owner/name`; `ids`: `repo:owner@id/name@id`. */
  readonly kind: 'names' | 'ids';
  readonly claims: Readonly<Record<string, ContextValue>>;
}

/** What is attempted and probed, as data. */
export interface IamScenario {
  readonly type: 'identity' | 'trust';
  readonly readOn: string;
  /** ARN of the session that asks; it stands in AWS's sentence. */
  readonly session: string;
  readonly account: string;
  readonly region: string;
  /** Keys that every request carries. */
  readonly context: Readonly<Record<string, ContextValue>>;
  /** ARN of the identity provider that signs the tokens of a trust scenario. */
  readonly provider?: string;
  readonly attempts: readonly ScenarioCall[];
  readonly probes: readonly ScenarioCall[];
  /** What `docker buildx imagetools create` calls when native builds are merged: not attempted here, but by longer runs. */
  readonly merge?: readonly ScenarioCall[];
  /** True when whatever goes beyond the attempts is a fault. */
  readonly nothingBeyond?: boolean;
  /** Other resources, and tokens, that the policy is tried on besides those that its own text suggests. */
  readonly neighbours?: readonly string[];
}
