import type { SourceRange } from '../../core/types.ts';
import { nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { bounded, unknown } from '../unknown.ts';
import { type Call, type Done, type Input, noInput, nothingRun } from './call.ts';
import { commands } from './commands.ts';
import { expandBody, expandText, expandWord, type Field, type Surroundings } from './expand.ts';
import { parseScript } from './parse.ts';
import { placeOfLines, record, resultOf, type Session, startSession, write } from './session.ts';
import type { Command, Redirect, Word } from './syntax.ts';

/** Substitutions in substitutions that are played. */
const maxCaptured = 8;

type Kind<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Plays a script: every command on the machine that the earlier ones left. A failing one ends the real script; here the rest is judged too. */
export function playScript(context: StepContext): StepResult {
  if (context.script === undefined) return nothingDone;
  const session = startSession(context, context.script.lineRanges);
  runAll(parseScript(context.script.text), noInput, session);
  return resultOf(session);
}

function runAll(list: readonly Command[], input: Input, session: Session): Done {
  let last = nothingRun;
  let out = '';
  for (const command of list) {
    last = run(command, input, session);
    out = bounded(out + last.out);
  }
  return { ...last, out };
}

function run(command: Command, input: Input, session: Session): Done {
  if (session.isOver) return nothingRun;
  if (session.budget-- <= 0) return { status: 'unknown', out: unknown('command', 'loop') };
  switch (command.kind) {
    case 'simple':
      return runSimple(command, input, session);
    case 'pipeline':
      return runPipeline(command, input, session);
    case 'not':
      return runNot(command, input, session);
    case 'chain':
      return runChain(command, input, session);
    case 'if':
      return runIf(command, session);
    case 'for':
      return runFor(command, session);
    case 'group':
      return redirect(command.redirects, runAll(command.body, input, session), session);
    case 'function':
      session.functions.set(command.name, command.body);
      return nothingRun;
    case 'perhaps':
      return { ...tolerating(session, () => runAll(command.body, input, session)), status: 'unknown' };
  }
}

const turnedRound = { ok: 'failed', failed: 'ok', unknown: 'unknown' } as const;

function runNot({ command }: Kind<'not'>, input: Input, session: Session): Done {
  const done = tolerating(session, () => run(command, input, session));
  return { ...done, status: turnedRound[done.status] };
}

function runPipeline(pipeline: Kind<'pipeline'>, input: Input, session: Session): Done {
  const outer = session.pipeline;
  session.pipeline ??= linesOf(pipeline);
  let done: Done = { status: 'ok', out: input.text };
  let { hasFailed } = input;
  for (const part of pipeline.commands) {
    done = run(part, { text: done.out, hasFailed }, session);
    hasFailed = done.status === 'failed';
  }
  session.pipeline = outer;
  return done;
}

function runChain({ first, rest }: Kind<'chain'>, input: Input, session: Session): Done {
  const hasOr = rest.some(({ operator }) => operator === '||');
  const runFirst = () => run(first, { ...input, hasFailed: false }, session);
  let done = hasOr ? tolerating(session, runFirst) : runFirst();
  for (const { operator, command } of rest) {
    const runs = done.status === 'unknown' || (operator === '&&') === (done.status === 'ok');
    // After a failed command the rest of `&&` is still judged, as everything after a failure is.
    if (!runs && (operator === '||' || hasOr)) continue;
    const runNext = () => run(command, { ...input, hasFailed: false }, session);
    const next = operator === '||' && done.status === 'unknown' ? tolerating(session, runNext) : runNext();
    done = { ...next, status: runs ? next.status : 'failed', out: bounded(done.out + next.out) };
  }
  return done;
}

/** The first branch whose condition holds, or may hold: whether what fails in that one ends the script, nobody knows. */
function runIf({ branches, otherwise }: Kind<'if'>, session: Session): Done {
  for (const { condition, body } of branches) {
    const { status } = tolerating(session, () => runAll(condition, noInput, session));
    if (status === 'ok') return runAll(body, noInput, session);
    if (status === 'unknown') return { ...tolerating(session, () => runAll(body, noInput, session)), status };
  }
  return runAll(otherwise, noInput, session);
}

function runFor({ name, words, body }: Kind<'for'>, session: Session): Done {
  let last = nothingRun;
  let out = '';
  for (const { text } of words.flatMap((word) => expandWord(word.raw, surroundingsIn(session)))) {
    if (session.budget <= 0) break;
    session.variables.set(name, text);
    last = runAll(body, noInput, session);
    out = bounded(out + last.out);
  }
  return { ...last, out };
}

/** Runs something whose failure ends nothing. */
function tolerating(session: Session, action: () => Done): Done {
  const outer = session.isTolerant;
  session.isTolerant = true;
  const done = action();
  session.isTolerant = outer;
  return done;
}

function runSimple(command: Kind<'simple'>, input: Input, session: Session): Done {
  const { assignments, rest } = splitAssignments(command.words);
  const range = placeOfLines(session, ...(session.pipeline ?? linesOf(command)));
  const surroundings = surroundingsIn(session, range);
  const failuresBefore = session.failures.length;
  const values = assignments.map(([name, raw]) => [name, bounded(expandText(raw, surroundings))] as const);
  if (rest.length === 0) {
    for (const [name, value] of values) session.variables.set(name, value);
    const status = session.failures.length > failuresBefore ? 'failed' : 'ok';
    return redirect(command.redirects, { status, out: '' }, session);
  }
  const [first, ...args] = rest.flatMap((word) => expandWord(word.raw, surroundings)).map(boundedField);
  if (first === undefined) return nothingRun;
  const [name, given] = unwrap(first.text, args);
  const body = session.functions.get(name);
  if (body !== undefined) {
    const done = callFunction(body, given, input, session);
    // What its commands print, they have printed already.
    return command.redirects.length === 0 ? done : redirect(command.redirects, done, session);
  }
  const done = call(
    {
      name,
      args: given,
      stdin: bounded(inputOf(command.redirects, session) ?? input.text),
      stdinFailed: input.hasFailed,
      range,
      context: session.context,
      variables: values.length === 0 ? session.variables : new Map([...session.variables, ...values]),
    },
    session,
  );
  record(session, done, range);
  return redirect(command.redirects, done, session);
}

/** Functions in functions that are played. */
const maxCalls = 20;

/** Runs a function of the script, with what it is given as `$1`, `$2` and so on. */
function callFunction(body: Command, args: readonly Field[], input: Input, session: Session): Done {
  if (session.calls >= maxCalls) return { status: 'unknown', out: unknown('command', 'function') };
  const texts = args.map(({ text }) => text);
  const names = [...Array.from({ length: Math.max(9, texts.length) }, (_, index) => String(index + 1)), '@', '*', '#'];
  const outer = names.map((name) => [name, session.variables.get(name) ?? ''] as const);
  for (const [index, name] of names.entries()) session.variables.set(name, texts[index] ?? '');
  session.variables
    .set('@', bounded(texts.join(' ')))
    .set('*', bounded(texts.join(' ')))
    .set('#', String(texts.length));
  session.calls++;
  const done = run(body, input, session);
  session.calls--;
  for (const [name, value] of outer) session.variables.set(name, value);
  return done;
}

/** Runs a command: one of the few that the shell and its files do themselves, one that is played, or one that is not. */
function call(made: Call, session: Session): Done {
  const words = made.args.map(({ text }) => text);
  switch (made.name) {
    case 'set':
      if (/(^|\s)\+\w*e/.test(words.join(' '))) session.endsOnFailure = false;
      if (/(^|\s)-\w*e/.test(words.join(' '))) session.endsOnFailure = true;
      return nothingRun;
    case 'exit':
      // What follows a failure is judged all the same; what follows the end of a script is not there.
      session.isOver = /^0*$/.test(words[0] ?? '') && !session.isTolerant && session.captured === 0;
      break;
    case 'cat':
      return {
        status: 'ok',
        out: words[0] === undefined ? made.stdin : (session.files.get(words[0]) ?? unknown('command', 'cat')),
      };
    case 'tee':
      for (const path of words.filter((word) => !word.startsWith('-'))) write(session, path, made.stdin, true);
      return { status: 'ok', out: made.stdin };
  }
  const behaviour = Object.hasOwn(commands, made.name) ? commands[made.name] : undefined;
  return behaviour?.(made) ?? { status: 'unknown', out: `${unknown('command', made.name.slice(0, 40))}\n` };
}

function boundedField(field: Field): Field {
  return { ...field, text: bounded(field.text) };
}

function surroundingsIn(session: Session, range: SourceRange | null = null): Surroundings {
  return {
    variable: (name) => session.variables.get(name),
    substitute: (script) => substitute(script, range, session),
  };
}

function substitute(script: string, range: SourceRange | null, session: Session): string {
  if (session.captured > maxCaptured) return unknown('command', 'substitution');
  const outer = session.place;
  session.place ??= range;
  session.captured++;
  const { out } = runAll(parseScript(script.replaceAll('\n', ' \n')), noInput, session);
  session.captured--;
  session.place = outer;
  return out.replace(/\n+$/, '');
}

/** What a redirection gives a command to read; null without one. */
function inputOf(redirects: readonly Redirect[], session: Session): string | null {
  for (const { operator, target, body } of redirects) {
    if (operator === '<<<') return `${expandText(target.raw, surroundingsIn(session))}\n`;
    if (operator === '<<' && body !== null)
      return body.expands ? expandBody(body.text, surroundingsIn(session)) : body.text;
    if (operator === '<') return unknown('command', 'file');
  }
  return null;
}

/** Sends the output of a command to the files that it is redirected to; else it is printed. */
function redirect(redirects: readonly Redirect[], done: Done, session: Session): Done {
  const outputs = redirects.filter(({ operator }) => operator === '>' || operator === '>>');
  if (outputs.length === 0) {
    if (session.captured === 0 && done.out !== '') session.log.push(...done.out.split('\n', 5));
    return done;
  }
  for (const { operator, target } of outputs)
    write(session, expandText(target.raw, surroundingsIn(session)), done.out, operator === '>>');
  return { ...done, out: '' };
}

/** First and last line of a command. */
function linesOf(command: Command): readonly [number, number] {
  if (command.kind === 'simple') {
    const last = command.words.at(-1);
    return [command.line, last === undefined ? command.line : last.line + last.raw.split('\n').length - 1];
  }
  if (command.kind !== 'pipeline') return [0, 0];
  const lines = command.commands.filter(({ kind }) => kind === 'simple').map(linesOf);
  return [Math.min(...lines.map(([from]) => from)), Math.max(...lines.map(([, to]) => to))];
}

function splitAssignments(words: readonly Word[]): {
  assignments: (readonly [string, string])[];
  rest: readonly Word[];
} {
  const assignments: (readonly [string, string])[] = [];
  for (const { raw } of words) {
    const match = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(raw);
    if (match?.[1] === undefined) break;
    assignments.push([match[1], match[2] ?? '']);
  }
  return { assignments, rest: words.slice(assignments.length) };
}

/** Commands that run the one that follows. */
const wrappers = ['sudo', 'time', 'command', 'exec', 'nohup', 'env'];

function unwrap(name: string, args: readonly Field[]): readonly [string, readonly Field[]] {
  let [command, rest] = [name, args];
  while (wrappers.includes(command)) {
    const [next] = rest;
    if (next === undefined || next.text.startsWith('-') || next.text.includes('=')) break;
    [command, rest] = [next.text, rest.slice(1)];
  }
  return [command, rest];
}
