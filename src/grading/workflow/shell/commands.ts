import { aws } from './aws.ts';
import type { Call, Done } from './call.ts';
import { docker } from './docker.ts';
import { echo, exitWith, exportVariables, git, jq, printf, test, translate } from './text-commands.ts';

/** The commands that are played; every other one is taken to succeed, and what it prints is not known. */
export const commands: Readonly<Record<string, (call: Call) => Done>> = {
  aws,
  docker,
  echo,
  printf,
  git,
  jq,
  tr: translate,
  test,
  '[': test,
  '[[': test,
  export: exportVariables,
  local: exportVariables,
  readonly: exportVariables,
  declare: exportVariables,
  return: ({ args }) => ({ status: /^[1-9]/.test(args[0]?.text ?? '') ? 'failed' : 'ok', out: '' }),
  exit: exitWith,
  true: () => ({ status: 'ok', out: '' }),
  false: () => ({ status: 'failed', out: '' }),
  ':': () => ({ status: 'ok', out: '' }),
  cd: () => ({ status: 'ok', out: '' }),
  mkdir: () => ({ status: 'ok', out: '' }),
  touch: () => ({ status: 'ok', out: '' }),
};
