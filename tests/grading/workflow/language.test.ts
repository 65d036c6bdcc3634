import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf, knownActions } from '../../../src/grading/workflow/actions/metadata.ts';
import { inputsOf, inputWords } from '../../../src/grading/workflow/language/about.ts';
import { completeWorkflow, hoverWorkflow } from '../../../src/grading/workflow/language.ts';
import { loadChecks, render } from '../../../src/messages/index.ts';

const checks = await loadChecks('en');

/** Completes at `|`, of which a text has one, but for those that begin a script. */
function complete(marked: string) {
  const offset = marked.search(/\|(?!\n {6,}echo)/);
  return completeWorkflow(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

const labels = (marked: string): readonly string[] => complete(marked).offers.map(({ label }) => label);
const inserts = (marked: string): readonly string[] => complete(marked).offers.map(({ insert }) => insert);

/** A workflow whose second job ends with a step that has this text. */
const file = (end: string): string => `name: Push
on:
  push:
    branches: [main]
permissions:
  id-token: write
env:
  REGISTRY: example.com
jobs:
  build:
    runs-on: ubuntu-24.04
    outputs:
      tag: \${{ steps.meta.outputs.tags }}
    steps:
      - id: meta
        uses: docker/metadata-action@v6
      - id: late
        run: |
          echo "digest=$X" >> "$GITHUB_OUTPUT"
          echo "SHORT=\${GITHUB_SHA::7}" >> "$GITHUB_ENV"
  push:
    needs: build
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        platform: [linux/amd64, linux/arm64]
        include:
          - { platform: linux/amd64, runner: ubuntu-24.04 }
    env:
      JOB: x
    steps:
      - uses: aws-actions/configure-aws-credentials@v6
      - id: login
        uses: aws-actions/amazon-ecr-login@v2
      - run: |
          echo "SHORT=\${GITHUB_SHA::7}" >> "$GITHUB_ENV"
      ${end}
`;
const input = (value: string): string => file(`- uses: docker/build-push-action@v7\n        with:\n          ${value}`);
const value = (expression: string): string => input(`tags: ${expression}`);

describe('keys', () => {
  test.each([
    [
      'of an empty file',
      '|',
      ['name', 'on', 'permissions', 'env', 'jobs', 'run-name', 'defaults', 'concurrency', 'description'],
    ],
    [
      'of a file, those that are there left out',
      'on: push\nname: x\njo|\njobs:\n',
      ['permissions', 'env', 'run-name', 'defaults', 'concurrency', 'description'],
    ],
    [
      'of a filter',
      'on:\n  push:\n    br|\n',
      ['branches', 'branches-ignore', 'tags', 'tags-ignore', 'paths', 'paths-ignore'],
    ],
    ['of a strategy', 'jobs:\n  a:\n    strategy:\n      |\n', ['fail-fast', 'max-parallel', 'matrix']],
    ['of a mapping in braces', 'jobs:\n  a:\n    environment: { na| }\n', ['name', 'url', 'deployment']],
    [
      'of a mapping in braces over lines',
      'jobs:\n  a:\n    environment: {\n      name: x,\n      |\n    }\n',
      ['url', 'deployment'],
    ],
    ['of a mapping that begins', 'concurrency:\n  |\n', ['group', 'cancel-in-progress', 'queue']],
    ['but no ids of jobs', 'jobs:\n  |\n', []],
    ['but no names of variables', 'env:\n  |\n', []],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('of a job begin with what each has, and lead on to their value', () => {
    expect(inserts('jobs:\n  a:\n    |\n').slice(0, 3)).toEqual(['runs-on: ', 'uses: ', 'name: ']);
    expect(inserts('jobs:\n  a:\n    |\n')).toEqual(
      expect.arrayContaining(['steps:\n  - ', 'env:\n  ', 'permissions:\n  ']),
    );
    expect(labels('jobs:\n  a:\n    |\n    uses: ./x.yml\n')).not.toContain('steps');
    expect(labels('jobs:\n  a:\n    |\n    steps: []\n')).not.toContain('secrets');
  });

  test('of a step fit what the step is', () => {
    expect(labels(file('- |')).slice(0, 4)).toEqual(['uses', 'run', 'name', 'id']);
    expect(inserts(file('|')).slice(0, 2)).toEqual([]);
    expect(inserts('jobs:\n  a:\n    steps:\n      |\n').slice(0, 2)).toEqual(['- uses: ', '- run: ']);
    expect(labels(file('- uses: actions/checkout@v7\n        |'))).toContain('with');
    expect(labels(file('- run: x\n        |'))).not.toContain('with');
    expect(labels(file('- run: x\n        |'))).toContain('shell');
  });

  test('that have their colon keep it', () => {
    expect(inserts('per|: {}\n')).toContain('permissions');
    expect(inserts('permissions: { con|: read }\n')).toContain('contents');
  });

  test('are scopes under permissions', () => {
    expect(labels('permissions:\n  |\n').slice(0, 3)).toEqual(['contents', 'id-token', 'packages']);
    expect(labels('jobs:\n  a:\n    permissions: { id| }\n')).toContain('id-token');
  });

  test('are the inputs of the step’s action under with', () => {
    expect(labels(input('push: true\n          |')).slice(0, 4)).toEqual(['context', 'file', 'platforms', 'tags']);
    expect(labels(input('ta|'))).not.toContain('aws-region');
    expect(labels(file('- uses: somebody/else@v1\n        with:\n          |'))).toEqual([]);
  });
});

describe('values', () => {
  test.each([
    ['levels of a scope', 'permissions:\n  contents: |\n', ['read', 'write', 'none']],
    ['levels of id-token', 'permissions: { id-token: | }\n', ['write', 'none']],
    ['words for all scopes', 'permissions: |\n', ['read-all', 'write-all']],
    ['truths', 'jobs:\n  a:\n    strategy:\n      fail-fast: |\n', ['true', 'false']],
    ['shells', 'jobs:\n  a:\n    steps:\n      - shell: |\n', ['bash', 'sh', 'pwsh', 'powershell', 'cmd', 'python']],
    ['jobs to wait for', file('- run: x').replace('needs: build', 'needs: |'), ['build']],
    ['jobs in a list', file('- run: x').replace('needs: build', 'needs: [bu|]'), ['build']],
    ['words of an input', input('load: |'), ['true', 'false']],
    [
      'kinds of registry',
      file('- uses: aws-actions/amazon-ecr-login@v2\n        with:\n          registry-type: |'),
      ['private', 'public'],
    ],
    ['nothing behind a name', 'name: |\n', []],
    ['nothing at the colon itself', 'permissions:|\n', []],
    ['nothing in a comment', 'on: push # |\n', []],
    ['nothing in a script', 'jobs:\n  a:\n    steps:\n      - run: echo |\n', []],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test.each(['on: |\n', 'on: [push, pu|]\n', 'on:\n  - |\n', 'on: [\n  push,\n  pu|\n]\n', "on: 'pu|'\n"])(
    'events in %j',
    (marked) => {
      expect(labels(marked).slice(0, 3)).toEqual(['push', 'pull_request', 'workflow_dispatch']);
    },
  );

  test('machines, for all that names one', () => {
    for (const marked of ['runs-on: |', 'runs-on: [self-hosted, |]', 'runs-on:\n      - |', 'runs-on: { labels: | }'])
      expect(labels(`jobs:\n  a:\n    ${marked}\n`).slice(0, 2)).toEqual(['ubuntu-latest', 'ubuntu-26.04']);
    expect(labels('jobs:\n  a:\n    runs-on: |\n')).not.toContain('ubuntu-20.04');
  });

  test('actions with each version that is kept up to date', () => {
    const found = labels(file('- uses: docker/|'));
    expect(found.slice(0, 3)).toEqual(['actions/checkout@v7', 'actions/checkout@v6', 'actions/checkout@v5']);
    expect(found).toContain('docker/build-push-action@v7');
  });

  test('activities of an event', () => {
    expect(labels('on:\n  pull_request:\n    types: [|]\n')).toContain('synchronize');
  });
});

describe('names in expressions', () => {
  test.each([
    ['steps before this one', value('${{ steps.| }}'), ['login']],
    ['what a step has', value('${{ steps.login.| }}'), ['outputs', 'outcome', 'conclusion']],
    ['outputs of an action', value('${{ steps.login.outputs.| }}/app'), ['registry']],
    ['the same in another spelling', value("${{ steps['login'].outputs.| }}"), ['registry']],
    ['an expression without its end', value('${{ steps.login.outputs.|'), ['registry']],
    [
      'outputs that a script writes',
      file('- run: x').replace('steps.meta.outputs.tags', 'steps.late.outputs.|'),
      ['digest'],
    ],
    [
      'all steps for outputs of the job',
      file('- run: x').replace('steps.meta.outputs.tags', 'steps.|'),
      ['meta', 'late'],
    ],
    ['jobs that are waited for', value('${{ needs.| }}'), ['build']],
    ['outputs of a job', value('${{ needs.build.outputs.| }}'), ['tag']],
    ['what a job has', value('${{ needs.build.| }}'), ['outputs', 'result']],
    ['keys of the matrix', value('${{ matrix.| }}'), ['platform', 'runner']],
    ['variables', value('${{ env.| }}'), ['JOB', 'REGISTRY', 'AWS_REGION', 'AWS_DEFAULT_REGION', 'SHORT']],
    ['secrets that the file names', value('${{ secrets.PUSH_TOKEN }}${{ secrets.| }}'), ['GITHUB_TOKEN', 'PUSH_TOKEN']],
    [
      'inputs',
      'on:\n  workflow_dispatch:\n    inputs:\n      tag: { type: string }\nrun-name: ${{ inputs.| }}\n',
      ['tag'],
    ],
    [
      'nothing of a step that comes later',
      file('- run: echo ${{ steps.| }}\n      - id: next').replace('- id: login', '- id: log'),
      ['log'],
    ],
    ['nothing behind what is no context', value('${{ nobody.| }}'), []],
    ['nothing in a text of an expression', value("${{ format('|') }}"), []],
    ['nothing behind a whole value', value('${{ github.sha | }}'), []],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test('are the contexts and functions that the place allows', () => {
    expect(labels(value('${{ | }}'))).toEqual(
      expect.arrayContaining(['github', 'secrets', 'steps', 'hashFiles', 'format']),
    );
    expect(labels(value('${{ | }}'))).not.toContain('always');
    expect(labels('concurrency: ${{ | }}\n').filter((name) => name === name.toLowerCase())).toEqual(
      expect.arrayContaining(['github', 'inputs', 'vars']),
    );
    expect(labels('concurrency: ${{ | }}\n')).not.toContain('env');
  });

  test('stand in a condition without braces, too', () => {
    expect(labels('jobs:\n  a:\n    if: git|\n')).toEqual(expect.arrayContaining(['github', 'always']));
    expect(labels('jobs:\n  a:\n    if: git|\n')).not.toContain('env');
    expect(labels("jobs:\n  a:\n    if: github.ref == 'x' && github.ev|\n")).toContain('event_name');
  });

  test('stand in a script', () => {
    expect(
      labels(file('- run: |\n          echo hi\n          docker push ${{ env.J| }}').replace('hi\n', 'hi\n')),
    ).toContain('JOB');
  });

  test('lead on to the names behind them', () => {
    expect(inserts(value('${{ st| }}'))).toContain('steps.');
    expect(inserts(value('${{ st|.login }}'))).toContain('steps');
    expect(inserts(value('${{ steps.l| }}'))).toEqual(['login.']);
    expect(complete(value('${{ for| }}')).offers).toContainEqual(
      expect.objectContaining({ label: 'format', insert: 'format(${1})', isSnippet: true }),
    );
  });
});

test.each([
  ['a key without a value', 'jobs:\n  a:\n    runs-on: |\n    steps:\n      - uses\n'],
  ['a quote left open before', "name: 'x\njobs:\n  a:\n    runs-on: |\n"],
  ['a bracket left open before', 'on: [push\njobs:\n  a:\n    runs-on: |\n'],
  ['a colon in a value behind', 'jobs:\n  a:\n    runs-on: |\n    steps:\n      - run: a: b: c\n'],
  ['a tab', 'jobs:\n  a:\n    runs-on: |\n\tsteps: x\n'],
  ['keys out of line', 'jobs:\n    a:\n      name: x\n       runs-on: |\n'],
  ['dashes in the column of their key', 'jobs:\n  a:\n    steps:\n    - run: x\n    runs-on: |\n'],
  ['ends of lines of another system', 'jobs:\r\n  a:\r\n    runs-on: |\r\n'],
])('a text at fault is helped with: %s', (_, marked) => {
  expect(labels(marked)).toContain('ubuntu-24.04');
});

describe('what stands there', () => {
  const about = (marked: string): string => {
    const offset = marked.search(/\|(?!\n {6,}echo)/);
    const hover = hoverWorkflow(marked.replace('|', ''), offset);
    return (hover?.about ?? []).map((each) => render(checks, each).what).join(' ');
  };

  test.each([
    ['a key', 'jobs:\n  a:\n    run|s-on: x\n', /the type of machine/],
    ['the id of a job', 'jobs:\n  a|:\n    runs-on: x\n', /must have an id/],
    ['an event', 'on: pu|sh\n', /push a commit or tag/],
    ['a scope', 'permissions:\n  id-|token: write\n', /OpenID Connect token/],
    [
      'an action',
      'jobs:\n  a:\n    steps:\n      - uses: docker/bui|ld-push-action@v7\n',
      /Builds an image with Buildx/,
    ],
    [
      'an input',
      'jobs:\n  a:\n    steps:\n      - uses: docker/build-push-action@v7\n        with:\n          pu|sh: true\n',
      /pushed.*Left out, it is `false`/,
    ],
    ['a machine', 'jobs:\n  a:\n    runs-on: ubuntu-24.|04-arm\n', /`linux\/arm64`/],
    ['a context', 'run-name: ${{ git|hub.sha }}\n', /event that started it/],
    ['a property', 'run-name: ${{ github.s|ha }}\n', /commit that started the run/],
    ['a function', 'run-name: ${{ for|mat(1) }}\n', /numbers in braces/],
  ])('%s', (_, marked, expected) => {
    expect(about(marked)).toMatch(expected);
  });

  test.each(['na|me', 'name: Pu|sh\n', '# on|\n', 'run-name: ${{ nob|ody }}\n', ' | \n'])('nothing of %j', (marked) => {
    expect(about(marked)).toBe('');
  });
});

test('every input and output on record has a word that is on record', () => {
  for (const action of knownActions) {
    const inputs = factsOf(action)?.inputs ?? [];
    expect(inputsOf(action).toSorted()).toEqual(inputs.toSorted());
    expect(inputs.filter((name) => (inputWords(action, name)?.about ?? '.').length > 140)).toEqual([]);
  }
});

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'jobs:',
      'a:',
      'steps:',
      '- ',
      '-',
      'uses: ',
      'run: |',
      'with:',
      'on: ',
      '[',
      ']',
      '{',
      '}',
      '${{ ',
      'steps.',
      "'",
      '"',
      ',',
    ],
    ...[
      '\n',
      '\n  ',
      '\n    ',
      '\n      ',
      '\r\n',
      '\t',
      '#',
      ' ',
      ': ',
      'docker/build-push-action@v7',
      'needs',
      '&a',
      '*a',
      '---',
      'é𠮷',
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string(),
  );

  test('has an answer at any place, which lies round it', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, at) => {
        const offset = at % (written.length + 1);
        const { start, end, offers } = completeWorkflow(written, offset);
        if (offers.length > 0)
          expect([start <= offset, offset <= end, end <= written.length]).toEqual([true, true, true]);
        const hover = hoverWorkflow(written, offset);
        if (hover !== null) expect(hover.start <= offset && offset <= hover.end).toBe(true);
        for (const { about } of offers.slice(0, 5)) for (const each of about) render(checks, each);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['long', 'a: b\n'.repeat(60_000)],
    ['of one line', 'x'.repeat(1_000_000)],
    ['of many brackets', `on: ${'['.repeat(100_000)}`],
    ['of many dashes', '- '.repeat(100_000)],
    ['of many open lists', 'a: [\n'.repeat(4_900)],
    ['of many open blocks', 'a: |\n'.repeat(4_900)],
    ['of many quotes', `on: ${"''".repeat(100_000)}`],
    ['deep', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['of many aliases', `a: &a [x]\n${Array.from({ length: 99 }, () => `b: [${'*a,'.repeat(300)}]`).join('\n')}`],
    ['of a long expression', `run-name: \${{ ${'github.'.repeat(30_000)}`],
  ])('%s is read in one go', (_, written) => {
    for (const offset of [0, Math.floor(written.length / 2), written.length, written.length + 1, -1]) {
      completeWorkflow(written, offset);
      hoverWorkflow(written, offset);
    }
  });
});
