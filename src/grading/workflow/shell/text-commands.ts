import { fail } from '../actions/inputs.ts';
import { isUnknown, unknown } from '../unknown.ts';
import type { Call, Done } from './call.ts';

/** Prints its words. */
export function echo({ args }: Call): Done {
  const words = args.map(({ text }) => text);
  let breaks = '\n';
  let escapes = false;
  while (/^-[neE]+$/.test(words[0] ?? '')) {
    const flag = words.shift() ?? '';
    if (flag.includes('n')) breaks = '';
    if (flag.includes('e')) escapes = true;
  }
  const text = words.join(' ');
  return { status: 'ok', out: (escapes ? withEscapes(text) : text) + breaks };
}

/** Prints its words by a format. `*` stands for the digests that the jobs before have handed over. */
export function printf(call: Call): Done {
  const [format, ...rest] = call.args;
  if (format === undefined) return { status: 'ok', out: '' };
  const values = rest.flatMap((arg) => (arg.globs && arg.text === '*' ? digestNames(call) : [arg.text]));
  const pattern = withEscapes(format.text);
  const perRound = Math.max(1, pattern.match(/%[sdq]/g)?.length ?? 0);
  if (!/%[sdq]/.test(pattern) || values.length === 0)
    return { status: 'ok', out: pattern.replace(/%[sdq]/g, '').replaceAll('%%', '%') };
  let out = '';
  for (let at = 0; at < values.length; at += perRound) {
    let index = at;
    out += pattern.replace(/%([sdq%])/g, (_, kind: string) => (kind === '%' ? '%' : (values[index++] ?? '')));
  }
  return { status: 'ok', out };
}

/** Names of the files in a folder of downloaded digests: the hexadecimal part, as `touch "${digest#sha256:}"` leaves them. */
function digestNames({ context }: Call): readonly string[] {
  if (!context.machine.hasDownloads) return ['*'];
  const pushes = context.before.filter(({ hasUploads }) => hasUploads).flatMap(({ digests }) => digests);
  const names = pushes.map(({ reference }) => reference.split('@sha256:')[1] ?? '').filter((name) => name !== '');
  return names.length === 0 ? ['*'] : names;
}

function withEscapes(text: string): string {
  return text.replaceAll('\\n', '\n').replaceAll('\\t', '\t');
}

/** `export NAME=value`: for this script, and no longer. */
export function exportVariables({ args }: Call): Done {
  const assigns = new Map<string, string>();
  for (const { text } of args) {
    const at = text.indexOf('=');
    if (at > 0) assigns.set(text.slice(0, at), text.slice(at + 1));
  }
  return { status: 'ok', out: '', assigns };
}

/** `exit`: any code but 0 fails the step. */
export function exitWith({ args, range }: Call): Done {
  const code = args[0]?.text ?? '0';
  if (code === '0') return { status: 'ok', out: '' };
  return {
    status: 'failed',
    out: '',
    effects: {
      failures: [
        fail(
          'workflow/exit-code',
          { code: Number(code) || 1 },
          [range],
          `Process completed with exit code ${Number(code) || 1}.`,
        ),
      ],
    },
  };
}

/** `[ -n "$X" ]` and its kin, as far as a text can be told empty or equal. */
export function test({ args }: Call): Done {
  const words = args.map(({ text }) => text).filter((text) => text !== ']' && text !== ']]');
  const answer = holds(words);
  return { status: answer === null ? 'unknown' : answer ? 'ok' : 'failed', out: '' };
}

function holds(words: readonly string[]): boolean | null {
  const [first = '', second = '', third = ''] = words;
  if (first === '!' && words.length > 1) {
    const inner = holds(words.slice(1));
    return inner === null ? null : !inner;
  }
  if (words.length === 0) return false;
  if (words.length === 1) return first !== '';
  if (words.length === 2 && first === '-n') return second !== '';
  if (words.length === 2 && first === '-z') return second === '';
  if (words.length === 3 && ['=', '==', '!='].includes(second)) {
    if (isUnknown(first) || isUnknown(third) || third.includes('*')) return null;
    return (first === third) === (second !== '!=');
  }
  return null;
}

/** `git rev-parse` of the commit that was checked out; anything else prints what is not known. */
export function git({ args, context }: Call): Done {
  const words = args.map(({ text }) => text);
  const { sha, ref } = context.scenario.event;
  if (words[0] !== 'rev-parse') return { status: 'unknown', out: `${unknown('command', 'git')}\n` };
  const isShort = words.find((word) => word.startsWith('--short'));
  if (words.includes('--abbrev-ref')) return { status: 'ok', out: `${ref.replace(/^refs\/heads\//, '')}\n` };
  if (!words.includes('HEAD') && !words.some((word) => word === sha))
    return { status: 'unknown', out: `${unknown('command', 'git')}\n` };
  const length = Number(isShort?.split('=')[1] ?? 7) || 7;
  return { status: 'ok', out: `${isShort === undefined ? sha : sha.slice(0, length)}\n` };
}

/** The filters that turn the tags of docker/metadata-action into options; other filters print what is not known. */
export function jq({ args, stdin }: Call): Done {
  const filter = args.map(({ text }) => text).find((text) => text.startsWith('.')) ?? '';
  const tags = tagsIn(stdin);
  const joined = /^\.tags\s*\|\s*map\("([^"]*)"\s*\+\s*\.\)\s*\|\s*join\("([^"]*)"\)$/.exec(filter.trim());
  if (tags !== null && joined !== null)
    return { status: 'ok', out: `${tags.map((tag) => (joined[1] ?? '') + tag).join(joined[2])}\n` };
  if (tags !== null && filter.trim() === '.tags[]')
    return { status: 'ok', out: tags.map((tag) => `${tag}\n`).join('') };
  if (tags !== null && filter.trim() === '.tags[0]') return { status: 'ok', out: `${tags[0] ?? 'null'}\n` };
  return { status: 'unknown', out: `${unknown('command', 'jq')}\n` };
}

function tagsIn(json: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(json);
    const tags = typeof value === 'object' && value !== null && 'tags' in value ? value.tags : null;
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : null;
  } catch {
    return null;
  }
}

/** `tr '[:upper:]' '[:lower:]'` and the same by letters; other sets print what is not known. */
export function translate({ args, stdin }: Call): Done {
  const sets = args.map(({ text }) => text).join(' ');
  if (/^(\[:upper:\] \[:lower:\]|'?A-Z'? '?a-z'?)$/.test(sets))
    return { status: 'ok', out: isUnknown(stdin) ? stdin : stdin.toLowerCase() };
  if (/^-d \\?n$|^-d \n$/.test(sets)) return { status: 'ok', out: stdin.replaceAll('\n', '') };
  return { status: 'unknown', out: unknown('command', 'tr') };
}
