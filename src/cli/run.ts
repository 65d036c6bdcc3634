import { cliText } from '../messages/cli.ts';
import type { Locale } from '../messages/index.ts';
import { type Complaint, isComplaint, readArguments } from './arguments.ts';
import { colours, noColours, printable } from './paint.ts';
import type { Page } from './print-report.ts';

/** 0: everything passed; 1: something did not; 2: wrong usage, a path that cannot be read, an exercise that does not exist. */
export type ExitCode = 0 | 1 | 2;

/** What the command line touches of the world around it. */
export interface Surroundings {
  /** Folder that relative paths start at. */
  readonly folder: string;
  readonly coloured: boolean;
  /** Width of the terminal. */
  readonly columns: number;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Writes to standard error. */
  readonly complain: (text: string) => void;
}

/** What every command gets: where paths start, how to answer, and in which words. */
export interface Session extends Page {
  readonly folder: string;
  readonly locale: Locale;
  /** Answers one input: an object on a line of its own, or a text for people. */
  readonly answer: (value: object, text: () => string) => void;
  /** Says on standard error what went wrong, and yields the exit code for it. */
  readonly refuse: (complaint: Complaint) => 2;
  /** Does one input's work. Should that break down, which no text may bring about, it says so, and the other inputs get their turn. */
  readonly attempt: (name: string, work: () => ExitCode | Promise<ExitCode>) => Promise<ExitCode>;
}

/** Does what the arguments ask for. Each command is loaded when it is asked for, so that a start costs no more than it must. */
export async function run(given: readonly string[], around: Surroundings): Promise<ExitCode> {
  const { locale, json, command } = readArguments(given);
  const session = openSession(locale, json, around);
  if (isComplaint(command)) {
    session.refuse(command);
    around.complain(`${session.say('usage.see-help')}\n`);
    return 2;
  }
  switch (command.name) {
    case 'help':
      around.write(session.say('help'));
      return 0;
    case 'list':
      return (await import('./list.ts')).list(session);
    case 'grade':
      return (await import('./grade.ts')).gradeSubmissions(command, session);
    case 'lint':
      return (await import('./lint.ts')).lintFiles(command, session);
    case 'authorize':
      return (await import('./authorize.ts')).authorizeCases(command.paths, session);
  }
}

function openSession(locale: Locale, json: boolean, around: Surroundings): Session {
  const say = cliText(locale);
  const refuse = ({ key, params, suggestion }: Complaint): 2 => {
    const more = suggestion ? ` ${say('usage.did-you-mean', { name: suggestion })}` : '';
    around.complain(`${printable(`${say(key, params)}${more}`)}\n`);
    return 2;
  };
  return {
    folder: around.folder,
    locale,
    say,
    paint: around.coloured ? colours : noColours,
    columns: Math.max(40, Math.min(around.columns, 100)),
    answer: (value, text) => around.write(json ? `${JSON.stringify(value)}\n` : `${text()}\n`),
    refuse,
    async attempt(name, work) {
      try {
        return await work();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return refuse({ key: 'path.broke-down', params: { path: name, reason } });
      }
    },
  };
}

/** The exit code of several: wrong usage before a failure, a failure before success. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(2)) return 2;
  return codes.includes(1) ? 1 : 0;
}
