import { evidence } from './evidence.ts';

/** The words of the command line. `{name}` is filled in. */
export const cli = {
  help: `Usage: npm run --silent workshop -- <command> [options]

  list                                 the exercises, in the order of the lessons
  grade <exercise> <path>...           grade submissions: a file, or a folder with the exercise's files
  lint <domain> <path>...              look for faults in any real file; a domain is iam, workflow or network
  authorize <cases.json>...            decide requests against policies, as IAM would

Options
  --json                               one JSON object a line, and nothing else on standard output
  --lang <en|ja>                       the language of messages (default: en)
  --type <identity|trust|resource>     lint iam: the kind of policy (default: identity)
  --help                               this text

Exit codes
  0  everything passed; lint and authorize found no error
  1  something did not pass, or has an error
  2  wrong usage, a path that cannot be read, or an exercise that does not exist
`,
  'usage.see-help': 'See: npm run --silent workshop -- --help',
  'usage.no-command': 'There is no command.',
  'usage.unknown-command': 'There is no command `{name}`.',
  'usage.unknown-option': 'There is no option `{name}`.',
  'usage.did-you-mean': 'Did you mean `{name}`?',
  'usage.option-needs-value': '`{name}` needs one of: {values}.',
  'usage.option-not-here': '`{name}` goes with `lint iam` only.',
  'usage.exercise-missing': '`grade` needs an exercise and at least one path.',
  'usage.path-missing': '`{command}` needs at least one path.',
  'usage.unexpected': '`{command}` takes no `{name}`.',
  'usage.unknown-domain': '`{name}` is not a domain; a domain is iam, workflow or network.',
  'usage.unknown-exercise': 'There is no exercise `{name}`.',
  'path.missing': '{path}: there is no such file or folder.',
  'path.unreadable': '{path}: cannot be read ({reason}).',
  'path.is-folder': '{path}: is a folder; a file is needed here.',
  'path.broke-down': '{path}: no answer ({reason}). The fault is the workshop’s, not that of the file.',
  'path.needs-folder': '{path}: `{exercise}` has {count} files ({files}); give the folder that holds them.',
  'cases.not-json': '{path}:{line}:{column}: stops being JSON here.',
  'cases.shape': '{path}: {place} {reason}.',
  'verdict.passed': 'passed',
  'verdict.failed': 'not passed',
  'verdict.undecided': 'undecided',
  'verdict.unreadable': 'unreadable',
  'goals.title': 'Goals',
  'goals.count': '{met} of {all} goals met',
  'run.title': 'Run',
  'probes.title': 'What others could do',
  'outcome.allowed': 'allowed',
  'outcome.denied': 'denied',
  'outcome.skipped': 'skipped',
  'outcome.unknown': 'unknown',
  'severity.error': 'error',
  'severity.warning': 'warning',
  'severity.info': 'note',
  ...evidence,
  'not-reached': 'The run stops here; what follows is judged on its own.',
  source: 'Source: {url} ({evidence})',
  try: 'Try: {fix}',
  'lint.clean': 'no faults found',
  'lint.count': 'errors: {errors}, warnings: {warnings}, notes: {notes}',
  'decision.allowed': 'allowed',
  'decision.explicit-deny': 'denied by a statement',
  'decision.implicit-deny': 'denied: no statement allows it',
  'decision.unknown': 'unknown: it depends on something that is not modelled',
  'decision.unreadable': 'unreadable: IAM would refuse to save a policy',
  'decision.by': 'policy {policy}, statement {statement}',
} as const;
