import { type Domain, domains, type LintOptions, nearest } from '../grading/index.ts';
import type { CliKey } from '../messages/cli.ts';
import { type Locale, localeOf, locales } from '../messages/index.ts';

const policyTypes: readonly PolicyType[] = ['identity', 'trust', 'resource'];
const commandNames = ['list', 'grade', 'lint', 'authorize'] as const;
const optionNames = ['--json', '--lang', '--type', '--help'] as const;

type PolicyType = NonNullable<LintOptions['policyType']>;

/** What the command line was asked to do. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'list' }
  | { readonly name: 'grade'; readonly exercise: string; readonly paths: readonly string[] }
  | {
      readonly name: 'lint';
      readonly domain: Domain;
      readonly paths: readonly string[];
      readonly policyType: PolicyType | null;
    }
  | { readonly name: 'authorize'; readonly paths: readonly string[] };

/** Something to say to whoever called: a key of the command line's words, and what fills it. */
export interface Complaint {
  readonly key: CliKey;
  readonly params: Readonly<Record<string, string | number>>;
  /** The name that was probably meant, where one is near. */
  readonly suggestion?: string | null;
}

/** What was asked for, in which language, and for whom: people, or with `json` another program. */
export interface Request {
  readonly locale: Locale;
  readonly json: boolean;
  /** What to do, or why that cannot be told. */
  readonly command: Command | Complaint;
}

/**
 * Reads the arguments that follow `workshop --`. Options may stand anywhere; after `--` everything is a path.
 *
 * @example readArguments(['lint', 'iam', '--json', 'policy.json']).json // => true
 */
export function readArguments(given: readonly string[]): Request {
  const { words, options, complaint } = splitOptions(given);
  const locale = localeOf(options.get('--lang'));
  const json = options.has('--json');
  if (options.has('--help') || words[0] === 'help') return { locale, json, command: { name: 'help' } };
  return { locale, json, command: complaint ?? readCommand(words, options) };
}

/** True for something that went wrong rather than something to do. */
export function isComplaint(value: object): value is Complaint {
  return 'key' in value;
}

interface Split {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly complaint: Complaint | null;
}

function splitOptions(given: readonly string[]): Split {
  const words: string[] = [];
  const options = new Map<string, string>();
  let complaint: Complaint | null = null;
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? '';
    if (word === '--') {
      words.push(...given.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [written = word, inline] = word.split(/=(.*)/s);
    const name = written === '-h' ? '--help' : written;
    const values = valuesOf(name);
    const value = values === null ? '' : (inline ?? given[++index] ?? '');
    complaint ??= faultOfOption(name, value, values);
    options.set(name, value);
  }
  return { words, options, complaint };
}

function valuesOf(option: string): readonly string[] | null {
  if (option === '--lang') return locales;
  return option === '--type' ? policyTypes : null;
}

function faultOfOption(name: string, value: string, values: readonly string[] | null): Complaint | null {
  if (!optionNames.some((known) => known === name)) {
    return { key: 'usage.unknown-option', params: { name }, suggestion: nearest(name, optionNames) };
  }
  if (values === null || values.includes(value)) return null;
  return { key: 'usage.option-needs-value', params: { name, values: values.join(', ') } };
}

function readCommand([name, ...rest]: readonly string[], options: ReadonlyMap<string, string>): Command | Complaint {
  if (name === undefined) return { key: 'usage.no-command', params: {} };
  const known = commandNames.find((command) => command === name);
  if (known === undefined) {
    return { key: 'usage.unknown-command', params: { name }, suggestion: nearest(name, commandNames) };
  }
  if (options.has('--type') && !(known === 'lint' && rest[0] === 'iam')) {
    return { key: 'usage.option-not-here', params: { name: '--type' } };
  }
  if (known === 'list') return readList(rest);
  if (known === 'grade') return readGrade(rest);
  if (known === 'lint') return readLint(rest, options);
  return rest.length === 0 ? pathMissing(known) : { name: known, paths: rest };
}

function readList([unexpected]: readonly string[]): Command | Complaint {
  if (unexpected === undefined) return { name: 'list' };
  return { key: 'usage.unexpected', params: { command: 'list', name: unexpected } };
}

function readGrade([exercise, ...paths]: readonly string[]): Command | Complaint {
  if (exercise === undefined || paths.length === 0) return { key: 'usage.exercise-missing', params: {} };
  return { name: 'grade', exercise, paths };
}

function readLint([name, ...paths]: readonly string[], options: ReadonlyMap<string, string>): Command | Complaint {
  const domain = domains.find((known) => known === name);
  if (name === undefined) return pathMissing('lint');
  if (domain === undefined) {
    return { key: 'usage.unknown-domain', params: { name }, suggestion: nearest(name, domains) };
  }
  if (paths.length === 0) return pathMissing('lint');
  const policyType = policyTypes.find((known) => known === options.get('--type')) ?? null;
  return { name: 'lint', domain, paths, policyType };
}

function pathMissing(command: string): Complaint {
  return { key: 'usage.path-missing', params: { command } };
}
