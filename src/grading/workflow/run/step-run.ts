import type { Code } from '../../../messages/index.ts';
import type { SourceRange } from '../../core/types.ts';
import { behaviours } from '../actions/index.ts';
import { fail } from '../actions/inputs.ts';
import { factsOf, readReference, versionOf } from '../actions/metadata.ts';
import { isMisspelt } from '../actions/misspelt.ts';
import { inputOf, type Step } from '../document.ts';
import {
  type Condition,
  evaluateCondition,
  evaluateText,
  OpenValue,
  pathsIn,
  piecesOf,
  type Scope,
} from '../expression.ts';
import { playScript } from '../shell/interpreter.ts';
import { unknown } from '../unknown.ts';
import { type Entry, printed, type ScalarNode } from '../yaml/tree.ts';
import { defaultEnvironment, scopeOf, type Visible } from './contexts.ts';
import { type Binding, type Given, nothingDone, type StepContext, type StepResult } from './state.ts';

/** A step that has had its turn. */
export interface Played {
  readonly condition: Condition;
  readonly result: StepResult;
}

type Surroundings = Omit<StepContext, 'step' | 'env' | 'input' | 'script'> & {
  readonly visible: Visible;
  readonly jobEnv: ReadonlyMap<string, Binding>;
};

/** Plays one step: its environment, its condition, its action or script. */
export function playStep(step: Step, surroundings: Surroundings): Played {
  const { visible, document, machine, jobEnv } = surroundings;
  const outer = new Map([...jobEnv, ...machine.exported]);
  const env = environmentWith(outer, step.env, document.text, { ...visible, env: outer, machine });
  const scope = scopeOf({ ...visible, env, machine });
  const condition = evaluateCondition(step.if, document.text, scope);
  if (condition === 'false') return { condition, result: nothingDone };
  const context = contextFor(step, surroundings, env, scope);
  return { condition, result: run(step, context, scope) };
}

function run(step: Step, context: StepContext, scope: Scope): StepResult {
  const broken = brokenExpression(step, context.document.text, scope);
  if (broken !== null) return { ...nothingDone, outcome: 'failure', failures: [broken] };
  if (step.uses !== undefined) return runAction(step.uses, context);
  if (step.run !== undefined) return playScript(context);
  return nothingDone;
}

function runAction(uses: ScalarNode, context: StepContext): StepResult {
  const reference = readReference(uses.text);
  const failing = (code: Code, params: Record<string, string>): StepResult => {
    const failure = fail(code, params, [uses.range]);
    // What the step was meant to do is still played, so that one wrong version does not hide the next fault.
    const meant = behaviours[reference.name]?.(context) ?? unknownAction(context, reference.name);
    const attempts = meant.attempts.map((attempt) => ({
      ...attempt,
      outcome: 'denied' as const,
      failure,
      decidedBy: failure.ranges,
    }));
    return { ...meant, outcome: 'failure', failures: [failure], attempts };
  };
  if (/^\.\.?\/.*\.ya?ml$/.test(uses.text) || /\/\.github\/workflows\//.test(uses.text))
    return failing('workflow/workflow-as-step', { uses: uses.text });
  if (reference.kind === 'local' && !context.machine.hasFiles)
    return failing('workflow/local-action-missing', { uses: uses.text });
  if (reference.kind !== 'repository') return unknownAction(context, reference.name);
  const facts = factsOf(reference.name);
  if (facts === undefined)
    return isMisspelt(reference.name)
      ? failing('workflow/action-not-found', { action: uses.text })
      : unknownAction(context, reference.name);
  const version = versionOf(facts, reference);
  if (version === 'workflow/short-sha')
    return failing('workflow/short-sha', { action: reference.name, ref: reference.ref });
  if (version === 'missing')
    return failing('workflow/unknown-version', { action: reference.name, version: reference.ref });
  return behaviours[reference.name]?.(context) ?? nothingDone;
}

function unknownAction({ machine }: StepContext, name: string): StepResult {
  const changes =
    name === 'actions/upload-artifact'
      ? { hasUploads: true }
      : name === 'actions/download-artifact'
        ? { hasDownloads: true }
        : {};
  const outputs = new OpenValue((key) => unknown('output', `${name} ${key}`));
  // An action that is not on record may do anything to the machine; that it registers emulators is all that is taken for granted.
  return { ...nothingDone, outputs, machine: { ...changes, emulates: machine.emulates } };
}

function contextFor(
  step: Step,
  surroundings: Surroundings,
  env: ReadonlyMap<string, Binding>,
  scope: Scope,
): StepContext {
  const { visible, jobEnv, ...rest } = surroundings;
  const source = rest.document.text;
  const defaults = defaultEnvironment(rest.scenario.event, rest.job.id, rest.machine);
  const all = new Map<string, Binding>([
    ...Array.from(defaults, ([name, value]) => [name, { value, range: null }] as const),
    ...env,
  ]);
  return {
    ...rest,
    step,
    env: all,
    input: (name) => givenOf(inputOf(step, name), source, scope, env, rest.machine.steps),
    script: step.run === undefined ? undefined : scriptOf(step.run, source, scope, env, rest.machine.steps),
  };
}

function givenOf(
  entry: Entry | undefined,
  source: string,
  scope: Scope,
  env: ReadonlyMap<string, Binding>,
  steps: StepContext['machine']['steps'],
): Given | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind !== 'scalar') return { text: '', range: entry.range, origins: [] };
  const pieces = piecesOf(entry.value, source);
  const { text } = evaluateText(pieces, scope);
  return {
    text,
    range: entry.value.value === null ? entry.range : entry.value.range,
    origins: originsOf(pieces, env, steps),
  };
}

/** Where the values that an expression reads were written: the `env` entry, the step whose output it is. */
function originsOf(
  pieces: ReturnType<typeof piecesOf>,
  env: ReadonlyMap<string, Binding>,
  steps: StepContext['machine']['steps'],
): readonly SourceRange[] {
  return pieces
    .flatMap(({ expression }) => (expression === null ? [] : pathsIn(expression)))
    .map(([context = '', name = '']) => {
      if (context.toLowerCase() === 'env') return env.get(name)?.range ?? null;
      return context.toLowerCase() === 'steps' ? (steps.get(name)?.range ?? null) : null;
    })
    .filter((range) => range !== null);
}

/** A script after GitHub has put in its expressions, and the source line of each of its lines. */
function scriptOf(
  run: ScalarNode,
  source: string,
  scope: Scope,
  env: ReadonlyMap<string, Binding>,
  steps: StepContext['machine']['steps'],
): StepContext['script'] {
  const pieces = piecesOf(run, source);
  const origins = originsOf(pieces, env, steps);
  const sourceLines = run.style === 'block' ? linesOfBlock(run, source) : [run.range];
  const lineRanges: SourceRange[] = [];
  let written = 0;
  let text = '';
  for (const piece of pieces) {
    const value = piece.expression === null ? piece.text : evaluateText([piece], scope).text;
    const breaks = value.split('\n').length - 1;
    for (let at = 0; at <= breaks; at++) {
      lineRanges[text.split('\n').length - 1 + at] ??=
        sourceLines[Math.min(written + (piece.expression === null ? at : 0), sourceLines.length - 1)] ?? run.range;
    }
    written += piece.expression === null ? breaks : 0;
    text += value;
  }
  return { text, range: run.range, origins, lineRanges };
}

/** The lines of a literal block in the source, without the header and the indentation. */
function linesOfBlock(run: ScalarNode, source: string): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  let start = source.indexOf('\n', run.range.start) + 1;
  while (start > 0 && start <= run.range.end) {
    const newline = source.indexOf('\n', start);
    const end = newline === -1 || newline > run.range.end ? run.range.end : newline;
    const line = source.slice(start, end);
    const indent = line.length - line.trimStart().length;
    ranges.push({ ...run.range, start: Math.min(start + indent, end), end: start + line.trimEnd().length });
    if (newline === -1) break;
    start = newline + 1;
  }
  return ranges;
}

/** An environment with more entries on top; a later one hides an earlier one of the same name. */
export function environmentWith(
  base: ReadonlyMap<string, Binding>,
  entries: readonly Entry[],
  source: string,
  visible: Visible,
): ReadonlyMap<string, Binding> {
  const env = new Map(base);
  const scope = scopeOf(visible);
  for (const { key, value, range } of entries) {
    const text = value.kind === 'scalar' ? evaluateText(piecesOf(value, source), scope).text : '';
    env.set(key.text, {
      value:
        value.kind === 'scalar' && value.text.includes('${{')
          ? text
          : printed(value.kind === 'scalar' ? value.value : ''),
      range,
    });
  }
  return env;
}

function brokenExpression(step: Step, source: string, scope: Scope): ReturnType<typeof fail> | null {
  const scalars = [...step.inputs, ...step.env].map(({ value }) => value).concat(step.run ?? []);
  for (const scalar of scalars) {
    if (scalar.kind !== 'scalar' || !scalar.text.includes('${{')) continue;
    const { failed } = evaluateText(piecesOf(scalar, source), scope);
    if (failed !== null) return fail('workflow/expression-fails', { reason: failed.slice(0, 200) }, [scalar.range]);
  }
  return null;
}
