import type { SourceRange } from '../../core/types.ts';
import { type Failure, type Machine, nothingDone, type StepContext, type StepResult } from '../run/state.ts';
import { unknown } from '../unknown.ts';
import { commands } from './commands.ts';
import { expandBody, expandText, expandWord, type Field, type Surroundings } from './expand.ts';
import { githubFiles, readGithubFile } from './github-files.ts';
import { parseScript } from './parse.ts';
import type { Command, Redirect, Word } from './syntax.ts';

/** `unknown`: a command that this workshop does not play; it is taken to succeed. */
export type Status = 'ok' | 'failed' | 'unknown';

/** A command about to run, its words expanded. */
export interface Call {
  readonly name: string;
  readonly args: readonly Field[];
  readonly stdin: string;
  /** True when an earlier command of the pipeline failed, so that there is no input. */
  readonly stdinFailed: boolean;
  readonly range: SourceRange;
  readonly context: StepContext;
  readonly variables: ReadonlyMap<string, string>;
}

/** What a command did: its output, its status, and what it did to the machine and the outside. */
export interface Done {
  readonly status: Status;
  readonly out: string;
  readonly effects?: Partial<StepResult>;
  /** Shell variables that it sets: `export`, `read`. */
  readonly assigns?: ReadonlyMap<string, string>;
}

/** Most commands that one step may run; a loop over a long list ends there. */
const maxCommands = 5000;

/** Plays a script: every command on the machine that the earlier ones left. A failing one ends the real script; here the rest is judged too. */
export function playScript(context: StepContext): StepResult {
  const script = context.script;
  if (script === undefined) return nothingDone;
  return new Interpreter(context, script.lineRanges).play(script.text);
}

class Interpreter {
  #context: StepContext;
  readonly #lineRanges: readonly SourceRange[];
  readonly #variables = new Map<string, string>();
  readonly #files = new Map<string, string>();
  #results: StepResult = nothingDone;
  #log: string[] = [];
  #budget = maxCommands;
  #errexit = true;
  /** Above 0 inside a condition, or left of `||`: there a failing command ends nothing. */
  #tolerated = 0;
  /** First and last line of the pipeline that runs: its commands decide together. */
  #pipeline: readonly [number, number] | null = null;
  /** Above 0 inside `$( )`: its output is a value. */
  #captured = 0;
  /** Inside `$( )`: the place of the command that it stands in. */
  #place: SourceRange | null = null;

  constructor(context: StepContext, lineRanges: readonly SourceRange[]) {
    this.#context = context;
    this.#lineRanges = lineRanges;
    for (const [name, { value }] of context.env) this.#variables.set(name, value);
  }

  play(text: string): StepResult {
    this.#runAll(parseScript(text), '', false);
    const written = this.#readFiles();
    const failures = [...this.#results.failures, ...written.failures];
    return {
      ...this.#results,
      failures,
      outcome: failures.some(({ stops }) => stops) ? 'failure' : 'success',
      log: this.#log.slice(0, 50),
      outputs: { ...Object.fromEntries(written.outputs) },
      machine: { ...this.#changes(), ...(written.exported === null ? {} : { exported: written.exported }) },
    };
  }

  #changes(): Partial<Machine> {
    return this.#results.machine;
  }

  #runAll(list: readonly Command[], stdin: string, stdinFailed: boolean): Done {
    let last: Done = { status: 'ok', out: '' };
    let out = '';
    for (const command of list) {
      last = this.#run(command, stdin, stdinFailed);
      out += last.out;
    }
    return { ...last, out };
  }

  #run(command: Command, stdin: string, stdinFailed: boolean): Done {
    if (this.#budget-- <= 0) return { status: 'unknown', out: unknown('command', 'loop') };
    switch (command.kind) {
      case 'simple':
        return this.#simple(command, stdin, stdinFailed);
      case 'pipeline': {
        let done: Done = { status: 'ok', out: stdin };
        let failed = stdinFailed;
        const outer = this.#pipeline;
        this.#pipeline ??= linesOf(command);
        for (const part of command.commands) {
          done = this.#run(part, done.out, failed);
          failed = done.status === 'failed';
        }
        this.#pipeline = outer;
        return done;
      }
      case 'chain':
        return this.#chain(command, stdin);
      case 'if':
        return this.#if(command);
      case 'for':
        return this.#for(command);
      case 'group': {
        const done = this.#runAll(command.body, stdin, stdinFailed);
        return this.#redirect(command.redirects, done);
      }
      case 'perhaps':
        return this.#tolerating(() => ({ ...this.#runAll(command.body, stdin, false), status: 'unknown' as const }));
    }
  }

  #chain(chain: Extract<Command, { kind: 'chain' }>, stdin: string): Done {
    const hasOr = chain.rest.some(({ operator }) => operator === '||');
    let done = hasOr
      ? this.#tolerating(() => this.#run(chain.first, stdin, false))
      : this.#run(chain.first, stdin, false);
    for (const { operator, command } of chain.rest) {
      const runs = done.status === 'unknown' || (operator === '&&') === (done.status === 'ok');
      // After a failed command the rest of `&&` is still judged, as everything after a failure is.
      const judged = runs || (operator === '&&' && !hasOr);
      if (!judged) continue;
      const next =
        operator === '||' && done.status === 'unknown'
          ? this.#tolerating(() => this.#run(command, stdin, false))
          : this.#run(command, stdin, false);
      done = { ...next, status: runs ? next.status : 'failed', out: done.out + next.out };
    }
    return done;
  }

  #if({ branches, otherwise }: Extract<Command, { kind: 'if' }>): Done {
    for (const { condition, body } of branches) {
      const { status } = this.#tolerating(() => this.#runAll(condition, '', false));
      if (status === 'ok') return this.#runAll(body, '', false);
      if (status === 'unknown') return this.#runAll(body, '', false);
    }
    return this.#runAll(otherwise, '', false);
  }

  #for({ name, words, body }: Extract<Command, { kind: 'for' }>): Done {
    let last: Done = { status: 'ok', out: '' };
    for (const word of words) {
      for (const { text } of expandWord(word.raw, this.#surroundings())) {
        this.#variables.set(name, text);
        last = this.#runAll(body, '', false);
      }
    }
    return last;
  }

  #tolerating(action: () => Done): Done {
    this.#tolerated++;
    try {
      return action();
    } finally {
      this.#tolerated--;
    }
  }

  #simple(command: Extract<Command, { kind: 'simple' }>, stdin: string, stdinFailed: boolean): Done {
    const { words, redirects } = command;
    const { assignments, rest } = splitAssignments(words);
    const range = this.#rangeOf(...(this.#pipeline ?? linesOf(command)));
    const surroundings = this.#surroundings(range);
    const values = assignments.map(([name, raw]) => [name, expandText(raw, surroundings)] as const);
    const failuresBefore = this.#results.failures.length;
    if (rest.length === 0) {
      for (const [name, value] of values) this.#variables.set(name, value);
      const done: Done = { status: this.#results.failures.length > failuresBefore ? 'failed' : 'ok', out: '' };
      return this.#redirect(redirects, done);
    }
    const variables = values.length === 0 ? this.#variables : new Map([...this.#variables, ...values]);
    const [first, ...args] = rest.flatMap((word) => expandWord(word.raw, surroundings));
    if (first === undefined) return { status: 'ok', out: '' };
    const input = this.#inputOf(redirects) ?? stdin;
    const [name, given] = unwrap(first.text, args);
    const call: Call = { name, args: given, stdin: input, stdinFailed, range, context: this.#context, variables };
    const done = this.#call(call);
    this.#record(done, range);
    return this.#redirect(redirects, done);
  }

  #call(call: Call): Done {
    if (call.name === 'set') {
      const flags = call.args.map(({ text }) => text).join(' ');
      if (/(^|\s)\+\w*e/.test(flags)) this.#errexit = false;
      if (/(^|\s)-\w*e/.test(flags)) this.#errexit = true;
      return { status: 'ok', out: '' };
    }
    if (call.name === 'cat')
      return {
        status: 'ok',
        out:
          call.args.length === 0
            ? call.stdin
            : (this.#files.get(call.args[0]?.text ?? '') ?? unknown('command', 'cat')),
      };
    if (call.name === 'tee') {
      for (const { text } of call.args.filter((arg) => !arg.text.startsWith('-'))) this.#write(text, call.stdin, true);
      return { status: 'ok', out: call.stdin };
    }
    const behaviour = Object.hasOwn(commands, call.name) ? commands[call.name] : undefined;
    return behaviour?.(call) ?? { status: 'unknown', out: `${unknown('command', call.name.slice(0, 40))}\n` };
  }

  #record(done: Done, range: SourceRange): void {
    for (const [name, value] of done.assigns ?? []) this.#variables.set(name, value);
    const { effects } = done;
    if (done.status === 'failed' && effects === undefined && this.#isFatal()) {
      this.#fail({ code: 'workflow/exit-code', params: { code: 1 }, ranges: [range], stops: true });
    }
    if (effects === undefined) return;
    const stops = this.#isFatal();
    this.#log.push(...(effects.log ?? []));
    this.#results = {
      ...this.#results,
      failures: [
        ...this.#results.failures,
        ...(effects.failures ?? []).map((failure) => ({ ...failure, stops: failure.stops && stops })),
      ],
      attempts: [...this.#results.attempts, ...(effects.attempts ?? [])],
      diagnostics: [...this.#results.diagnostics, ...(effects.diagnostics ?? [])],
      pushes: [...this.#results.pushes, ...(effects.pushes ?? [])],
      uses: [...this.#results.uses, ...(effects.uses ?? [])],
      machine: { ...this.#results.machine, ...effects.machine },
    };
    const registry = new Map([
      ...this.#context.registry,
      ...(effects.pushes ?? []).map(({ reference, image }) => [reference, image] as const),
    ]);
    this.#context = { ...this.#context, registry, machine: { ...this.#context.machine, ...effects.machine } };
  }

  #fail(failure: Failure): void {
    this.#results = { ...this.#results, failures: [...this.#results.failures, failure] };
  }

  #isFatal(): boolean {
    return this.#tolerated === 0 && this.#errexit;
  }

  #surroundings(range: SourceRange | null = null): Surroundings {
    return {
      variable: (name) => this.#variables.get(name),
      substitute: (script) => this.#substitute(script, range),
    };
  }

  #substitute(script: string, range: SourceRange | null): string {
    if (this.#captured > 8) return unknown('command', 'substitution');
    this.#captured++;
    const outer = this.#place;
    this.#place ??= range;
    try {
      return this.#runAll(parseScript(script.replaceAll('\n', ' \n')), '', false).out.replace(/\n+$/, '');
    } finally {
      this.#captured--;
      this.#place = outer;
    }
  }

  #inputOf(redirects: readonly Redirect[]): string | null {
    for (const { operator, target, body } of redirects) {
      if (operator === '<<<') return `${expandText(target.raw, this.#surroundings())}\n`;
      if (operator === '<<' && body !== null)
        return body.expands ? expandBody(body.text, this.#surroundings()) : body.text;
      if (operator === '<') return unknown('command', 'file');
    }
    return null;
  }

  #redirect(redirects: readonly Redirect[], done: Done): Done {
    const outputs = redirects.filter(({ operator }) => operator === '>' || operator === '>>');
    if (outputs.length === 0) {
      if (this.#captured === 0 && done.out !== '') this.#log.push(...done.out.split('\n').slice(0, 5));
      return done;
    }
    for (const { operator, target } of outputs)
      this.#write(expandText(target.raw, this.#surroundings()), done.out, operator === '>>');
    return { ...done, out: '' };
  }

  #write(path: string, text: string, appends: boolean): void {
    this.#files.set(path, (appends ? (this.#files.get(path) ?? '') : '') + text);
  }

  #readFiles(): {
    outputs: ReadonlyMap<string, string>;
    exported: Machine['exported'] | null;
    failures: readonly Failure[];
  } {
    const env = readGithubFile(this.#files.get(githubFiles.env) ?? '');
    const output = readGithubFile(this.#files.get(githubFiles.output) ?? '');
    const range = this.#context.step.run?.range ?? this.#context.step.range;
    const failures = [env.failure, output.failure]
      .filter((failure) => failure !== null)
      .map((failure): Failure => ({ ...failure, ranges: [range], stops: true }));
    const set = new Map(
      Array.from(this.#log.join('\n').matchAll(/^::set-output name=([^:,]+)::(.*)$/gm), ([, name = '', value = '']) => [
        name,
        value,
      ]),
    );
    const exported =
      env.values.size === 0
        ? null
        : new Map([
            ...this.#context.machine.exported,
            ...Array.from(env.values, ([name, value]) => [name, { value, range }] as const),
          ]);
    return { outputs: new Map([...set, ...output.values]), exported, failures };
  }

  #rangeOf(from: number, to: number): SourceRange {
    if (this.#place !== null) return this.#place;
    const last = this.#lineRanges.length - 1;
    const [first, end] = [this.#lineRanges[Math.min(from, last)], this.#lineRanges[Math.min(to, last)]];
    return first === undefined || end === undefined
      ? this.#context.step.range
      : { ...first, end: Math.max(first.end, end.end) };
  }
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
  let at = 0;
  for (; at < words.length; at++) {
    const match = /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/.exec(words[at]?.raw ?? '');
    if (match?.[1] === undefined) break;
    assignments.push([match[1], match[3] ?? '']);
  }
  return { assignments, rest: words.slice(at) };
}

/** `sudo`, `time` and the like run the command that follows. */
function unwrap(name: string, args: readonly Field[]): readonly [string, readonly Field[]] {
  const [next, ...rest] = args;
  return ['sudo', 'time', 'command', 'exec', 'nohup', 'env'].includes(name) &&
    next !== undefined &&
    !next.text.startsWith('-') &&
    !next.text.includes('=')
    ? unwrap(next.text, rest)
    : [name, args];
}
