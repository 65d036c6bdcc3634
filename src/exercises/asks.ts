/** One call that a policy is asked: an action on a resource; for a trust policy, a token of an identity provider. */
export interface Ask {
  readonly action: string;
  /** The resource; for a token the ARN of the provider that signed it. */
  readonly on: string;
  /** Keys that the request carries, or claims of the token: a line `key = value` for each value. */
  readonly keys: string;
  /** What ought to come of it. */
  readonly wanted: 'allowed' | 'denied';
  /** The call as its client's log names it; empty for one that somebody typed. */
  readonly as: string;
}

/** What a policy is asked, and what every request carries. */
export interface Asking {
  readonly asks: readonly Ask[];
  /** ARN of the session that asks. */
  readonly session: string;
  readonly keys: string;
}

type Keys = Readonly<Record<string, unknown>>;

/** The part of an IAM scenario that is asked here; `src/grading/iam/scenario.schema.json` has the whole. */
export interface AskedScenario {
  readonly type: 'identity' | 'trust';
  readonly session: string;
  readonly context: Keys;
  readonly provider?: string;
  readonly attempts: readonly AskedCall[];
  readonly probes: readonly AskedCall[];
  readonly merge?: readonly AskedCall[];
}

interface AskedCall {
  readonly call: string;
  readonly actions: readonly string[];
  readonly resource?: string;
  readonly context?: Keys;
  readonly provider?: string;
  readonly tokens?: readonly { readonly kind: 'names' | 'ids'; readonly claims: Keys }[];
}

export interface AskedParts {
  readonly calls: readonly ('attempts' | 'probes' | 'merge')[];
  /** Which kind of token; both where it is left out. */
  readonly tokens?: 'names' | 'ids';
}

/** The calls of a scenario, each once. A call that several of the client's requests come to is named by the first of them. */
export function askingOf(scenario: AskedScenario, { calls, tokens }: AskedParts): Asking {
  const asks = calls.flatMap((part) => {
    const wanted = part === 'probes' ? 'denied' : 'allowed';
    return (scenario[part] ?? []).flatMap((call) => asksOf(call, scenario.provider ?? '', wanted, tokens));
  });
  const found = new Map<string, Ask>();
  for (const ask of asks) {
    const key = JSON.stringify([ask.action, ask.on, ask.keys, ask.wanted]);
    if (!found.has(key)) found.set(key, ask);
  }
  return { asks: [...found.values()], session: scenario.session, keys: writeKeys(scenario.context) };
}

function asksOf(call: AskedCall, provider: string, wanted: Ask['wanted'], kind: AskedParts['tokens']): readonly Ask[] {
  const as = call.call;
  return call.actions.flatMap((action): readonly Ask[] => {
    if (call.tokens === undefined)
      return [{ action, on: call.resource ?? '*', keys: writeKeys(call.context ?? {}), wanted, as }];
    return call.tokens
      .filter((token) => kind === undefined || token.kind === kind)
      .map(({ claims }) => ({ action, on: call.provider ?? provider, keys: writeKeys(claims), wanted, as }));
  });
}

/**
 * Keys as lines; a key with several values has a line for each.
 *
 * @example writeKeys({ 'aws:TagKeys': ['a', 'b'] }) // => 'aws:TagKeys = a\naws:TagKeys = b'
 */
export function writeKeys(keys: Keys): string {
  return Object.entries(keys)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((each) => `${key} = ${String(each)}`))
    .join('\n');
}

/** The keys of such lines, and the numbers of the lines (from 1) that have no `=` with a key before it. Blank lines are nothing. */
export function readKeys(text: string): {
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
  readonly faults: readonly number[];
} {
  const keys = new Map<string, readonly string[]>();
  const faults: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const equals = line.indexOf('=');
    const key = line.slice(0, Math.max(0, equals)).trim();
    if (key === '') faults.push(index + 1);
    else keys.set(key, [...(keys.get(key) ?? []), line.slice(equals + 1).trim()]);
  }
  const plain = [...keys].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values] as const);
  return { keys: Object.fromEntries(plain), faults };
}
