import { arnPartsOf } from './arn.ts';
import { takesOnlyStar, typeWordsOf } from './catalogue.ts';
import { compileGlob, endsInRun, type Glob, hasWildcard, matchesGlob } from './glob.ts';
import { any, type Holds, holdsIf, not } from './holds.ts';
import { type Context, compileTemplate, hasVariable, matchesTemplate, type Template } from './variables.ts';

/** A request, taken apart once for all statements. */
export interface PreparedRequest {
  /** Lower-case, as actions compare. */
  readonly prefix: string;
  readonly name: string;
  /** The ARN's parts; null for `*`: an action without a resource type is requested on `*`, whatever was asked for. */
  readonly arn: readonly string[] | null;
  readonly resource: string;
  readonly context: Context;
  /** Who asks, where a policy names its principals: `Federated` and the provider's ARN. Null for an identity's own policies. */
  readonly principal: { readonly kind: string; readonly id: string } | null;
}

/** What is requested. A key that is not in `context` is absent, not unknown. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, ContextValue>>;
  readonly principal?: { readonly kind: string; readonly id: string };
}

/** The value of a key in a request; several where the key holds many. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];

/** Takes a request apart. `context`: that of the request, taken apart already. */
export function prepareRequest(
  { action, resource, context: given, principal }: Request,
  context: Context = contextOf(given),
): PreparedRequest {
  const [prefix, name] = splitAction(action.toLowerCase());
  const isStar = resource === '*' || takesOnlyStar(prefix, name);
  return {
    prefix,
    name,
    arn: isStar ? null : arnPartsOf(resource, false),
    resource: isStar ? '*' : resource,
    context,
    principal: principal ?? null,
  };
}

/** A context by lower-case key, every value a list of texts. */
export function contextOf(given: Request['context']): Context {
  const context = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(given)) {
    context.set(key.toLowerCase(), Array.isArray(value) ? value.map(String) : [String(value)]);
  }
  return context;
}

/** Splits an action at its first colon; without one the name is empty. */
export function splitAction(action: string): readonly [prefix: string, name: string] {
  const colon = action.indexOf(':');
  return colon === -1 ? [action, ''] : [action.slice(0, colon), action.slice(colon + 1)];
}

/** One entry of `Action` or `NotAction`, compiled. `prefix` null is `*` alone: everything. */
export interface ActionPattern {
  readonly prefix: Glob | null;
  readonly name: Glob;
}

/** Compiles an entry; actions compare without regard to case. */
export function compileAction(entry: string): ActionPattern {
  if (entry === '*') return { prefix: null, name: compileGlob('*') };
  const [prefix, name] = splitAction(entry.toLowerCase());
  return { prefix: compileGlob(prefix), name: compileGlob(name) };
}

/**
 * Whether an entry takes an action in. The prefix is compared as a whole; a wildcard in it is not modelled.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html (read 2026-11-24)
 */
export function matchesAction(
  { prefix, name }: ActionPattern,
  request: Pick<PreparedRequest, 'prefix' | 'name'>,
): Holds {
  if (prefix === null) return 'yes';
  if (!matchesGlob(prefix, request.prefix) || !matchesGlob(name, request.name)) return 'no';
  return prefix.literal === null ? 'unknown' : 'yes';
}

/** Whether one of the entries takes the action in; for `NotAction`, whether none does. */
export function matchesActions(patterns: readonly ActionPattern[], negated: boolean, request: PreparedRequest): Holds {
  const taken = any(patterns, (pattern) => matchesAction(pattern, request));
  return negated ? not(taken) : taken;
}

/** One entry of `Resource` or `NotResource`, compiled. */
export interface ResourcePattern {
  readonly text: string;
  /** `*` alone. */
  readonly isStar: boolean;
  /** True when the entry has neither wildcards nor variables: then it names one resource. */
  readonly isLiteral: boolean;
  readonly parts: readonly Template[];
  /** What the entry would take in if a `*` ran past every colon; null when none of it could. */
  readonly whole: Template | null;
  /** True when wildcards stand in the word that names the kind of resource (`ro*` for `role/`). */
  readonly wildTypeWord: boolean;
}

/** Compiles an entry of `Resource`; ARNs keep their case. */
export function compileResource(text: string, withVariables: boolean): ResourcePattern {
  const parts = arnPartsOf(text, withVariables);
  const mayCross = parts.slice(0, 5).some((part) => part.includes('*') || (withVariables && part.includes('${')));
  return {
    text,
    isStar: text === '*',
    isLiteral: !hasWildcard(text) && !(withVariables && text.includes('${')),
    parts: parts.map((part, index) => compileTemplate(part, withVariables && index === 5)),
    whole: mayCross ? compileTemplate(text, withVariables) : null,
    wildTypeWord: hasWildTypeWord(parts),
  };
}

function hasWildTypeWord(parts: readonly string[]): boolean {
  const resource = parts[5];
  if (resource === undefined || resource === '*') return false;
  const word = /^[^*?$/:]*/.exec(resource)?.[0] ?? '';
  if (!'*?'.includes(resource.charAt(word.length) || ' ')) return false;
  const words = typeWordsOf(parts[2] ?? '');
  return words !== null && !words.has(word);
}

/**
 * Whether an entry takes a resource in: the six parts of the ARN one by one, `/` an ordinary character, everything after the fifth colon
 * one part. A `*` at the end of a short ARN runs past the colons that follow. What AWS's texts leave open is unknown: a `*` inside that
 * would have to swallow a colon, other case before the resource, variables before the fifth colon, a wildcard in the type word.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html (read 2026-11-24)
 */
export function matchesResource(pattern: ResourcePattern, request: PreparedRequest): Holds {
  if (pattern.isStar) return 'yes';
  if (request.arn === null) return matchesWithoutResource(pattern, request);
  if (pattern.isLiteral) {
    if (pattern.text === request.resource) return 'yes';
    if (pattern.text.length !== request.resource.length) return 'no';
  }
  const exact = matchesParts(pattern, request.arn, request.context);
  if (exact !== 'no') return exact === 'yes' && pattern.wildTypeWord ? 'unknown' : exact;
  return isLeftOpen(pattern, request) ? 'unknown' : 'no';
}

/**
 * Only `*` itself reaches an action without a resource type. The page below says so of `s3:ListAllMyBuckets` too, yet others of AWS grant
 * that on `arn:aws:s3:::*`.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html (read 2026-11-24)
 */
function matchesWithoutResource({ text }: ResourcePattern, { prefix, name }: PreparedRequest): Holds {
  return prefix === 's3' && name === 'listallmybuckets' && text === 'arn:aws:s3:::*' ? 'unknown' : 'no';
}

function matchesParts({ parts }: ResourcePattern, arn: readonly string[], context: Context): Holds {
  const last = parts.length - 1;
  const isShort = parts.length < 6 && runsOn(parts[last]);
  if (!isShort && parts.length !== arn.length) return 'no';
  let result: Holds = 'yes';
  for (const [index, part] of parts.entries()) {
    const given = isShort && index === last ? arn.slice(last).join(':') : arn[index];
    const holds = given === undefined ? 'no' : matchesTemplate(part, given, context);
    if (holds === 'no') return 'no';
    if (holds === 'unknown') result = 'unknown';
  }
  return result;
}

function runsOn(part: Template | undefined): boolean {
  return part !== undefined && part.glob !== null && endsInRun(part.glob);
}

function isLeftOpen({ whole, parts, text }: ResourcePattern, { arn, resource, context }: PreparedRequest): boolean {
  if (whole !== null && matchesTemplate(whole, resource, context) === 'yes') return true;
  const [last, given] = [parts[5], arn?.[5]];
  if (last === undefined || given === undefined || matchesTemplate(last, given, context) !== 'yes') return false;
  const written = arnPartsOf(text, true);
  return [0, 1, 2, 3, 4].every((index) => {
    const [mine, theirs] = [written[index] ?? '', arn?.[index] ?? ''];
    return matchesGlob(compileGlob(mine.toLowerCase()), theirs.toLowerCase());
  });
}

/**
 * Whether one of the entries takes the resource in; for `NotResource`, whether none does.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html (read 2026-11-24)
 */
export function matchesResources(
  patterns: readonly ResourcePattern[],
  negated: boolean,
  effect: 'Allow' | 'Deny',
  request: PreparedRequest,
): Holds {
  const taken = any(patterns, (pattern) => matchesResource(pattern, request));
  if (!negated || taken !== 'no') return negated ? not(taken) : taken;
  if (request.arn === null && effect === 'Allow') return 'unknown';
  return patterns.some((pattern) => lacksValue(pattern, request.context)) ? 'unknown' : 'yes';
}

function lacksValue({ whole, parts }: ResourcePattern, context: Context): boolean {
  return [...parts, ...(whole === null ? [] : [whole])].some(
    (template) =>
      hasVariable(template) &&
      template.pieces.some((piece) => piece.kind === 'variable' && piece.fallback === null && !context.has(piece.name)),
  );
}

/** One principal that a policy names. */
export interface PrincipalPattern {
  readonly kind: string;
  readonly id: string;
}

/**
 * Whether a policy names who asks. A web identity is named by its provider's ARN; `*` stands for every AWS principal, not for a
 * federated one, and is no wildcard inside a name.
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html (read 2026-11-24)
 */
export function matchesPrincipals(
  patterns: readonly PrincipalPattern[] | null,
  negated: boolean,
  { principal }: PreparedRequest,
): Holds {
  if (principal === null) return holdsIf(patterns === null);
  if (patterns === null) return 'no';
  const named = any(patterns, ({ kind, id }) => {
    if (kind === '*' || (kind === 'AWS' && id === '*')) return holdsIf(principal.kind === 'AWS');
    if (kind !== principal.kind) return 'no';
    return holdsIf(id === principal.id || (kind === 'AWS' && namesAccountOf(id, principal.id)));
  });
  return negated ? not(named) : named;
}

/** `111122223333` and `arn:aws:iam::111122223333:root` stand for every principal of the account. */
function namesAccountOf(id: string, arn: string): boolean {
  const account = arn.split(':', 5)[4] ?? '';
  return account !== '' && (id === account || /^arn:[\w-]+:iam::(\d{12}):root$/.exec(id)?.[1] === account);
}
