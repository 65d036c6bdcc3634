import { type Command, type Redirect, type Token, tokenize, type Word } from './syntax.ts';

/** Commands in commands, and negations of negations, that are told apart; what lies deeper is read as plain words. */
const maxNesting = 40;

/** Reads a script as far as this workshop plays it. Total: what does not fit together is read as far as it goes. */
export function parseScript(script: string): readonly Command[] {
  return new Reader(tokenize(script)).list([]);
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Commands up to one of the closing words, or the end; the closing word is left. */
  list(closers: readonly string[]): readonly Command[] {
    const commands: Command[] = [];
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token === undefined || closers.includes(token.raw)) break;
      if (token.kind === 'operator' && ['\n', ';', '&', ';;', ')'].includes(token.raw)) {
        this.#at++;
        continue;
      }
      const before = this.#at;
      commands.push(this.#chain());
      if (this.#at === before) this.#at++;
    }
    return commands;
  }

  #chain(): Command {
    const first = this.#pipeline();
    const rest: { operator: '&&' | '||'; command: Command }[] = [];
    for (let operator = this.#peek(); operator === '&&' || operator === '||'; operator = this.#peek()) {
      this.#at++;
      this.#skipLines();
      rest.push({ operator, command: this.#pipeline() });
    }
    return rest.length === 0 ? first : { kind: 'chain', first, rest };
  }

  #pipeline(): Command {
    if (this.#peek() === '!' && this.#depth <= maxNesting) {
      this.#at++;
      this.#depth++;
      const command = this.#pipeline();
      this.#depth--;
      return { kind: 'not', command };
    }
    const commands = [this.#command()];
    while (this.#peek() === '|') {
      this.#at++;
      this.#skipLines();
      commands.push(this.#command());
    }
    const [only] = commands;
    return commands.length === 1 && only !== undefined ? only : { kind: 'pipeline', commands };
  }

  #command(): Command {
    if (this.#depth > maxNesting) return this.#simple();
    this.#depth++;
    try {
      return this.#compound() ?? this.#simple();
    } finally {
      this.#depth--;
    }
  }

  #compound(): Command | null {
    switch (this.#peek()) {
      case 'if':
        return this.#if();
      case 'for':
        return this.#for();
      case 'while':
      case 'until':
        this.#at++;
        return { kind: 'perhaps', body: [...this.#until('do'), ...this.#until('done')] };
      case 'case':
        this.#at++;
        return { kind: 'perhaps', body: this.#until('esac') };
      case '{':
        this.#at++;
        return { kind: 'group', body: this.#until('}'), redirects: this.#redirects() };
      case '(':
        this.#at++;
        return { kind: 'group', body: this.#until(')'), redirects: this.#redirects() };
      default:
        return null;
    }
  }

  #if(): Command {
    const branches: { condition: readonly Command[]; body: readonly Command[] }[] = [];
    let otherwise: readonly Command[] = [];
    do {
      this.#at++;
      const condition = this.#until('then');
      branches.push({ condition, body: this.list(['elif', 'else', 'fi']) });
    } while (this.#peek() === 'elif');
    if (this.#peek() === 'else') {
      this.#at++;
      otherwise = this.list(['fi']);
    }
    this.#at++;
    return { kind: 'if', branches, otherwise };
  }

  #for(): Command {
    this.#at++;
    const name = this.#take()?.raw ?? '';
    const words: Word[] = [];
    if (this.#peek() === 'in') this.#at++;
    for (let token = this.#tokens[this.#at]; token?.kind === 'word'; token = this.#tokens[++this.#at])
      words.push(token);
    while (this.#peek() === ';' || this.#peek() === '\n') this.#at++;
    if (this.#peek() === 'do') this.#at++;
    return { kind: 'for', name, words, body: this.#until('done') };
  }

  /** A list that ends with this word; the word is taken. */
  #until(closer: string): readonly Command[] {
    const body = this.list([closer]);
    this.#at++;
    return body;
  }

  #simple(): Command {
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    const line = this.#tokens[this.#at]?.line ?? 0;
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token === undefined) break;
      if (token.kind === 'word') {
        if (words.length === 0 && token.raw === '!') {
          this.#at++;
          continue;
        }
        words.push(token);
        this.#at++;
      } else if (isRedirect(token.raw)) redirects.push(...this.#redirects());
      else if (token.raw === '(' && words.length === 1) return this.#function(words[0]?.raw ?? '');
      else break;
    }
    return { kind: 'simple', words, redirects, line };
  }

  #function(name: string): Command {
    this.#at++;
    if (this.#peek() === ')') this.#at++;
    this.#skipLines();
    return { kind: 'function', name, body: this.#command() };
  }

  #redirects(): readonly Redirect[] {
    const redirects: Redirect[] = [];
    for (
      let token = this.#tokens[this.#at];
      token?.kind === 'operator' && isRedirect(token.raw);
      token = this.#tokens[this.#at]
    ) {
      this.#at++;
      const target = this.#take();
      if (target === undefined) break;
      const operator = token.raw === '&>' || token.raw === '>|' ? '>' : (token.raw as Redirect['operator'] | '>&');
      if (operator !== '>&') redirects.push({ operator, target, body: token.body ?? null });
    }
    return redirects;
  }

  #take(): Word | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word') return undefined;
    this.#at++;
    return token;
  }

  #skipLines(): void {
    while (this.#peek() === '\n') this.#at++;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at]?.raw;
  }
}

function isRedirect(raw: string): boolean {
  return ['>', '>>', '<', '<<<', '<<', '>&', '&>', '>|'].includes(raw);
}
