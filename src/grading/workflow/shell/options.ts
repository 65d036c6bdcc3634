import type { Field } from './expand.ts';

/** A command line taken apart: options by their long names, in order, and what stands between them. */
export interface Options {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
  readonly unknown: readonly string[];
}

/** What a command knows: options that take a value, options that do not, and short names for both. */
export interface OptionTable {
  readonly valued: readonly string[];
  readonly flags: readonly string[];
  readonly short: Readonly<Record<string, string>>;
}

/** Reads options as Docker's command line does: `--platform=P` and `--platform P`, `-t T` and `-tT`. */
export function readOptions(args: readonly Field[], table: OptionTable): Options {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  const unknown: string[] = [];
  const add = (name: string, value: string): void => void values.set(name, [...(values.get(name) ?? []), value]);
  for (let at = 0; at < args.length; at++) {
    const text = args[at]?.text ?? '';
    if (!text.startsWith('-') || text === '-') {
      operands.push(text);
      continue;
    }
    const [written = '', attached] = splitOption(text);
    const name = written.startsWith('--') ? written.slice(2) : (table.short[written.slice(1)] ?? null);
    if (name !== null && table.flags.includes(name)) add(name, attached ?? 'true');
    else if (name !== null && table.valued.includes(name)) add(name, attached ?? args[++at]?.text ?? '');
    else if (!written.startsWith('--') && table.short[written[1] ?? ''] !== undefined) {
      const long = table.short[written[1] ?? ''] ?? '';
      if (table.valued.includes(long)) add(long, text.slice(2));
      else add(long, 'true');
    } else unknown.push(text);
  }
  return { values, operands, unknown };
}

function splitOption(text: string): readonly [string, string | undefined] {
  const at = text.indexOf('=');
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The last value of an option, as it counts when it is given twice. */
export function lastOf({ values }: Options, name: string): string | undefined {
  return values.get(name)?.at(-1);
}

/** All values of an option. */
export function allOf({ values }: Options, name: string): readonly string[] {
  return values.get(name) ?? [];
}

/** Whether a flag is on: given, and not `=false`. */
export function isOn(options: Options, name: string): boolean {
  const value = lastOf(options, name);
  return value !== undefined && value !== 'false';
}
