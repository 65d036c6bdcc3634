import type { Exercise } from '../grading/index.ts';

/** What a new exercise starts from. */
export interface ScaffoldRequest {
  readonly id: string;
  readonly domain: string;
  /** Ids that are taken. */
  readonly taken: readonly string[];
  /** A scenario of the domain, `<folder>/<slug>`, and one of its operations. */
  readonly scenario: string;
  readonly operation: string;
}

/** The files of a new exercise by path, or why there are none. */
export type ScaffoldResult =
  | { readonly refusal: string; readonly files?: never }
  | { readonly refusal?: never; readonly files: ReadonlyMap<string, string> };

const filesOfDomain: Readonly<Record<Exercise['domain'], readonly string[]>> = {
  iam: ['policy.json'],
  workflow: ['push.yml'],
  network: ['endpoints.yaml'],
  chain: ['push.yml', 'policy.json', 'trust-policy.json', 'endpoints.yaml'],
};

const startingTexts: Readonly<Record<string, string>> = {
  'policy.json': '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n',
  'trust-policy.json': '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n',
  'push.yml':
    'name: Push\non:\n  push:\n    branches: [main]\njobs:\n  push:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n',
  'endpoints.yaml': 'endpoints: []\n',
};

/**
 * The files of a new exercise, by path inside its folder: all that the schemas ask for, with every sentence and answer still to be
 * written. The content test fails until they are.
 */
export function scaffoldExercise({ id, domain, taken, scenario, operation }: ScaffoldRequest): ScaffoldResult {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    return { refusal: `\`${id}\` is no id: small letters, digits and single hyphens between them.` };
  }
  if (taken.includes(id)) return { refusal: `There is an exercise \`${id}\` already.` };
  if (!isDomain(domain)) {
    return { refusal: `\`${domain}\` is no domain; a domain is ${Object.keys(filesOfDomain).join(', ')}.` };
  }
  const names = filesOfDomain[domain];
  const files = new Map([
    ['exercise.yaml', definition(domain, names, scenario, operation)],
    ['text.en.yaml', text],
  ]);
  const folders = [
    'starter',
    ...solutions.map((name) => `solutions/${name}`),
    ...mistakes.map((name) => `mistakes/${name}`),
  ];
  for (const folder of folders) {
    for (const name of names) files.set(`${folder}/${name}`, startingTexts[name] ?? '');
  }
  for (const name of mistakes) files.set(`mistakes/${name}/expect.yaml`, 'misses: [first-goal]\nraises: []\n');
  return { files };
}

const solutions = ['1-the-way-to-show', '2-another-way'];
const mistakes = ['first-mistake', 'second-mistake', 'third-mistake', 'fourth-mistake'];

function isDomain(name: string): name is Exercise['domain'] {
  return Object.hasOwn(filesOfDomain, name);
}

function definition(domain: string, files: readonly string[], scenario: string, operation: string): string {
  return `domain: ${domain}
files: [${files.join(', ')}]
scenario: ${scenario}
goals:
  - id: first-goal
    operations: [${operation}]
    outcome: allowed
`;
}

const text = `title: What the learner makes happen
task: What is given, what the learner writes, and when it passes.
goals:
  first-goal: What happens when it works
hints:
  - text: The idea that is missing.
  - text: The place where it is missing.
  - text: How it is written, in part.
    snippet: a partial line
solutions:
  1-the-way-to-show: What this way shows.
  2-another-way: What this way shows instead.
why: Why this works.
`;
