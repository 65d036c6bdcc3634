import fc from 'fast-check';

/** A text of about a megabyte from one small piece, and what may come before it. */
function manyOf(piece: string, before = ''): string {
  return before + piece.repeat(Math.floor(1_000_000 / piece.length));
}

const depth = 20_000;
const statement = '{"Effect":"Allow","Action":"ecr:PutImage","Resource":"*"}';
const step = '      - uses: actions/checkout@v4\n        with: { ref: main }\n';
const endpoint = '  - service: com.amazonaws.ap-northeast-1.ecr.api\n';

/** Texts that have broken readers of JSON, YAML and expressions before: by size, by depth, by what looks like nothing. */
export const hardTexts: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
  ['blanks', ' \t\r\n \u3000\u00a0\u2028'],
  ['a null character', '\u0000'],
  ['half of an emoji', '\ud83d'],
  ['emoji', '👩‍👩‍👧‍👦🇯🇵 💥: "🚀"'],
  ['names of prototypes', '{"__proto__": {"constructor": 1}, "toString": [], "hasOwnProperty": null}'],
  ['names of prototypes in YAML', '__proto__: { a: 1 }\nconstructor: 2\ntoString: [valueOf]\nendpoints: [__proto__]\n'],
  ['a mebibyte of spaces', ' '.repeat(1_048_576)],
  ['a character more than is read', 'a'.repeat(1_048_577)],
  ['two megabytes', 'a: b\n'.repeat(400_000)],
  ['deep lists', '['.repeat(depth)],
  ['deep and closed lists', '['.repeat(depth) + ']'.repeat(depth)],
  ['deep objects', '{"a":'.repeat(depth)],
  ['deep YAML by indentation', Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['deep YAML by dashes', '- '.repeat(depth)],
  ['deep expressions', `on: push\nname: \${{ ${'('.repeat(depth)} }}\n`],
  ['many negations', `on: push\nname: \${{ ${'!'.repeat(depth)}true }}\n`],
  ['many expressions', manyOf('${{ github.sha }}', 'on: push\nname: ')],
  ['open expressions', manyOf('${{ ', 'name: ')],
  ['quotes', manyOf('"')],
  ['backslashes', manyOf('\\', '"')],
  ['commas', manyOf(',', '[')],
  ['colons', manyOf(':')],
  ['keys', manyOf('a: ')],
  ['line ends', manyOf('\n')],
  ['carriage returns', manyOf('\r')],
  ['tabs', manyOf('\t', 'a:\n')],
  ['hashes', manyOf('# ')],
  ['anchors', manyOf('&a ')],
  ['one anchor, many aliases', manyOf('*a, ', 'a: &a [x]\nb: [')],
  ['a bomb of aliases', aliasBomb(12)],
  ['tags', manyOf('!!str ')],
  ['block scalars', manyOf('a: |\n')],
  [
    'wildcards',
    `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${'*?'.repeat(100_000)}","Resource":"*"}]}`,
  ],
  [
    'a long resource',
    `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${'*a'.repeat(100_000)}"}}`,
  ],
  ['ten thousand statements', `{"Version":"2012-10-17","Statement":[${Array(10_000).fill(statement).join(',')}]}`],
  ['ten thousand keys of one name', `{${Array(10_000).fill('"Version":"2012-10-17"').join(',')}}`],
  ['ten thousand conditions', conditions(10_000)],
  ['ten thousand steps', `on: push\njobs:\n  push:\n    runs-on: ubuntu-latest\n    steps:\n${step.repeat(10_000)}`],
  [
    'ten thousand jobs',
    `on: push\njobs:\n${Array.from({ length: 10_000 }, (_, n) => `  j${n}: { runs-on: ubuntu-latest, needs: [j${n + 1}], steps: [] }`).join('\n')}`,
  ],
  ['ten thousand endpoints', `endpoints:\n${endpoint.repeat(10_000)}`],
  ['ten thousand short endpoints', '- com.amazonaws.ap-northeast-1.ecr.dkr\n'.repeat(10_000)],
  [
    'ten thousand rules',
    `endpoints: []\nsecurityGroups:\n  sg-endpoints:\n    inbound:\n${'      - { protocol: tcp, port: 443, source: sg-task }\n'.repeat(10_000)}`,
  ],
  [
    'a long script',
    `on: push\njobs:\n  push:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n${'          docker build -t "$A/$B:$C" . && docker push $(echo $A)\n'.repeat(8000)}`,
  ],
  [
    'a large matrix',
    `on: push\njobs:\n  push:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix:\n${'abcdefgh'.replace(/./g, (letter) => `        ${letter}: [1, 2, 3, 4, 5, 6, 7, 8, 9]\n`)}    steps: [{ run: echo }]\n`,
  ],
];

function aliasBomb(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < levels; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n');
}

function conditions(count: number): string {
  const keys = Array.from({ length: count }, (_, n) => `"aws:RequestTag/k${n}":"v"`).join(',');
  return `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{${keys}}}}]}`;
}

/** Any text at all: characters of every plane, and bytes read as UTF-8. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder().decode(bytes)),
  fc.json({ maxDepth: 6 }),
);

/** A text like one of these, with pieces taken out, doubled, moved or put in: what a text looks like while it is typed. */
export function nearly(texts: readonly string[]): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    '"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '- ',
    '\n',
    '\r\n',
    '\t',
    '  ',
    '${{',
    '}}',
    '*',
    '&a',
    '#',
    '|',
    '\u3000',
    '：',
    '“',
    'null',
    '-',
    '0',
    '!',
    '<<: ',
  );
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    to: fc.nat(),
    piece: pieces,
    kind: fc.nat({ max: 3 }),
  });
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((current, { at, length, to, piece, kind }) => {
      const start = at % (current.length + 1);
      const taken = current.slice(start, start + length);
      const without = current.slice(0, start) + current.slice(start + length);
      if (kind === 0) return without;
      if (kind === 1) return current.slice(0, start) + piece + current.slice(start);
      if (kind === 2) return current.slice(0, start) + taken + current.slice(start);
      const target = to % (without.length + 1);
      return without.slice(0, target) + taken + without.slice(target);
    }, text),
  );
}
