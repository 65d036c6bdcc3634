import type { Check } from '../../core/rule.ts';
import { sources } from '../facts/sources.ts';
import { check, refused } from './check.ts';
import { changed } from './example.ts';

const { yaml, syntax, expressions, contexts, anchors, limits } = sources;

/** Checks of what cannot be read, or not as it looks. */
export const readingChecks: readonly Check[] = [
  check('workflow/too-many-aliases', anchors, {
    fails: `x: &a [y]\non: [${'*a, '.repeat(120)}push]\n`,
    passes: 'x: &a [y]\non: [*a, *a, push]\n',
  }),
  check('workflow/too-many-nodes', limits, { fails: `on: push\n${'a:\n'.repeat(21_000)}`, passes: 'on: push\na:\n' }),
  check('workflow/too-deep', limits, { fails: '['.repeat(2000), passes: '[[[push]]]' }),
  refused('workflow/odd-space', yaml, '    runs-on', '\u3000\u3000runs-on', '    # \u3000\n    runs-on'),
  refused('workflow/full-width-character', yaml, 'runs-on:', 'runs-on：', 'name: あ：い\n    runs-on:'),
  check('workflow/curly-quotes', yaml, changed('[main]', '[“main”]', "['main']"), 'warning'),
  refused(
    'workflow/expression-without-dollar',
    expressions,
    '${{ steps.login.outputs.registry }}/',
    '{{ github.repository }}/',
  ),
  check(
    'workflow/comment-swallows-value',
    yaml,
    changed('tags: ${{', 'tags: #${{', 'tags: # two parts\n            ${{'),
    'warning',
  ),
  refused('workflow/tab-indentation', yaml, '    runs-on', '\truns-on', '    # a\ttab\n    runs-on'),
  refused('workflow/no-space-after-colon', yaml, 'runs-on: ', 'runs-on:'),
  refused('workflow/no-space-after-dash', yaml, '- id: login', '-id: login'),
  refused('workflow/reserved-character', yaml, 'name: Push', 'name: @Push', "name: '@Push' #"),
  refused('workflow/colon-in-value', yaml, 'name: Push', 'name: Push: again', 'name: Push:again'),
  refused('workflow/unclosed-quote', yaml, 'name: Push to Amazon ECR', 'name: "Push', 'name: "Push"'),
  refused('workflow/unclosed-bracket', yaml, '[main]', '[main', '[main, dev]'),
  refused('workflow/yaml-indentation', yaml, '      - id: login\n        uses', '      - id: login\n       uses'),
  refused('workflow/yaml-syntax', yaml, 'name: Push', 'name: "a" Push', 'name: a Push'),
  refused('workflow/second-document', yaml, 'jobs:\n', '---\njobs:\n'),
  refused('workflow/yaml-tag', yaml, '[main]', '[!main]', "['!main']"),
  refused('workflow/unquoted-star', yaml, '[main]', '[*]', "['*']"),
  refused('workflow/unknown-anchor', anchors, '[main]', '*branches', '[main]'),
  check('workflow/circular-alias', anchors, { fails: 'on: &a [*a]\n', passes: 'on: &a [push]\nx: *a\n' }),
  check('workflow/unused-anchor', anchors, changed('name: Push', 'name: &Push', "name: 'Push' #"), 'warning'),
  refused(
    'workflow/merge-key',
    anchors,
    'permissions:\n  contents',
    'permissions:\n  <<: { issues: read }\n  contents',
  ),
  refused(
    'workflow/inputs-of-script',
    syntax,
    '      - id: login',
    '      - run: echo\n        with: { a: b }\n      - id: login',
    '      - run: echo\n        env: { a: b }\n      - id: login',
  ),
  refused('workflow/duplicate-key', syntax, '    runs-on', '    runs-on: ubuntu-22.04\n    runs-on'),
  refused('workflow/missing-key', syntax, '    runs-on: ubuntu-24.04\n', ''),
  refused(
    'workflow/empty-value',
    syntax,
    '        uses: aws-actions/amazon-ecr-login@v2',
    '        uses: aws-actions/amazon-ecr-login@v2\n        with:',
  ),
  refused('workflow/unknown-key', syntax, 'runs-on:', 'runs_on:'),
  refused('workflow/unexpected-value', syntax, 'id-token: write', 'id-token: read'),
  refused('workflow/list-not-expected', syntax, 'permissions:\n  contents: read', 'permissions:\n  - contents'),
  refused(
    'workflow/mapping-not-expected',
    syntax,
    'runs-on: ubuntu-24.04',
    'name: { a: b }\n    runs-on: ubuntu-24.04',
  ),
  refused(
    'workflow/incomplete',
    syntax,
    '      - uses: actions/checkout@v7',
    '      - name: Checkout',
    '      - name: Checkout\n        uses: actions/checkout@v7',
  ),
  refused('workflow/malformed-uses', syntax, 'actions/checkout@v7', 'actions/checkout:v7'),
  refused('workflow/duplicate-id', syntax, 'id: build', 'id: login'),
  refused('workflow/invalid-id', syntax, 'id: build', 'id: 2nd build'),
  refused(
    'workflow/unknown-need',
    syntax,
    'jobs:\n',
    'jobs:\n  test:\n    needs: bild\n    runs-on: ubuntu-24.04\n    steps: [{ run: ls }]\n',
  ),
  check('workflow/circular-needs', syntax, {
    fails:
      'on: push\njobs:\n  a: { needs: b, runs-on: ubuntu-24.04, steps: [{ run: ls }] }\n  b: { needs: a, runs-on: ubuntu-24.04, steps: [{ run: ls }] }\n',
    passes:
      'on: push\njobs:\n  a: { runs-on: ubuntu-24.04, steps: [{ run: ls }] }\n  b: { needs: a, runs-on: ubuntu-24.04, steps: [{ run: ls }] }\n',
  }),
  refused('workflow/unknown-context', contexts, 'github.sha', 'git.sha'),
  refused(
    'workflow/context-not-here',
    contexts,
    '    runs-on',
    '    if: env.A\n    runs-on',
    '    if: vars.A\n    runs-on',
  ),
  refused(
    'workflow/unknown-function',
    expressions,
    '${{ github.sha }}',
    '${{ lower(github.sha) }}',
    "${{ format('{0}', github.sha) }}",
  ),
  refused(
    'workflow/expression-syntax',
    expressions,
    '${{ github.sha }}',
    "${{ github.sha = 'a' }}",
    "${{ github.sha == 'a' }}",
  ),
  refused(
    'workflow/expression-quotes',
    expressions,
    '${{ github.sha }}',
    '${{ github.sha == "a" }}',
    "${{ github.sha == 'a' }}",
  ),
  refused('workflow/job-without-steps', syntax, 'jobs:\n', 'jobs:\n  empty:\n    runs-on: ubuntu-24.04\n'),
  refused(
    'workflow/both-filters',
    syntax,
    '[main]',
    '[main]\n    branches-ignore: [dev]',
    '[main]\n    paths: [Dockerfile]',
  ),
  check('workflow/script-too-long', expressions, {
    fails: `on: push\nname: \${{ github.sha }}${'a'.repeat(21_000)}\n`,
    passes: `on: push\nname: ${'a'.repeat(21_000)}\n`,
  }),
];
