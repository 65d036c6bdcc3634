import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/grading/network/hcl/evaluate.ts';
import { readHcl } from '../../../src/grading/network/hcl/read-body.ts';
import { plainOf } from '../../../src/grading/network/hcl/value.ts';
import { isTerraform, readTerraform } from '../../../src/grading/network/read/terraform.ts';
import { attributeOf, configurationOf, surroundingsOf } from '../../../src/grading/network/read/terraform-scope.ts';
import { grade } from './submissions.ts';

/** What `x` comes to in a text. */
function outcomeOf(text: string): unknown {
  const { body, fault } = readHcl(text, 'main.tf');
  expect(fault).toBeNull();
  const x = attributeOf(body, 'x');
  if (x === undefined) throw new Error('no x');
  const value = evaluate(x.value, surroundingsOf(configurationOf(body.blocks)));
  return value.kind === 'unknown' ? { dependsOn: value.dependsOn } : plainOf(value);
}

describe('expressions come to what Terraform makes of them', () => {
  test.each([
    ['x = "a"', 'a'],
    ['x = "a\\n\\"b\\" \\u00e9 $${c} %%{d}"', 'a\n"b" é ${c} %{d}'],
    ['x = 1 + 2 * 3 - 4 / 2', 5],
    ['x = -(1 + 2) % 2', -1],
    ['x = !true || 1 < 2 && "a" != "b"', true],
    ['x = 1 == 1 ? "yes" : "no"', 'yes'],
    ['x = 1 == 1 ? "yes" : "no"\ny = 1', 'yes'],
    ['x = 1 == 2 ? "yes" : ["no"][0] # why\n\ny = !true\nz = -1\n', 'no'],
    ['x = [\n 1 == 2\n ? "yes"\n : "no"\n][0]\ny = 1', 'no'],
    ['x = [1, 2, 3,][1]', 2],
    ['x = { a = 1, "b" : 2\n c = 3 }', { a: 1, b: 2, c: 3 }],
    ['x = { (upper("a")) = 1 }', { A: 1 }],
    ['x = [for s in ["a", "b"] : upper(s) if s != "a"]', ['B']],
    ['x = [for i, s in ["a", "b"] : "${i}${s}"]', ['0a', '1b']],
    ['x = { for k, v in { a = 1 } : v => k }', { 1: 'a' }],
    ['x = [{ n = 1 }, { n = 2 }][*].n', [1, 2]],
    ['x = [{ n = { m = 1 } }].*.n', [{ m: 1 }]],
    ['x = <<-EOT\n    a\n      b\n    EOT\n', 'a\nb\n'],
    ['x = toset(["b", "a", "b"])', ['a', 'b']],
    ['x = join("-", concat(["a"], ["b"]))', 'a-b'],
    ['x = format("%s.%s", "a", lookup({ b = "c" }, "b", "d"))', 'a.c'],
    ['x = length(flatten([[1], [2, [3]]]))', 3],
    ['x = merge({ a = 1 }, { a = 2 }).a', 2],
    ['x = cidrsubnet("10.0.0.0/16", 8, 1)', '10.0.1.0/24'],
    ['x = can(null)', true],
    ['x = try("a", "b")', 'a'],
    ['x = jsonencode({ a = [true, null] })', '{"a":[true,null]}'],
    ['x = local.b\nlocals {\n b = "${local.c}!"\n c = var.d\n}\nvariable "d" {\n default = "e"\n}', 'e!'],
    ['x = "a" # why\n// and\n/* also */ y = 1', 'a'],
    ['x = (\n  1\n  + 1\n)', 2],
  ])('%s', (text, expected) => {
    expect(outcomeOf(text)).toEqual(expected);
  });

  test.each([
    ['x = var.a\nvariable "a" {}', 'var.a'],
    ['x = local.a\nlocals {\n a = local.b\n b = local.a\n}', 'local.a'],
    ['x = data.aws_vpc.main.id', 'data.aws_vpc.main.id'],
    ['x = module.vpc.vpc_id', 'module.vpc.vpc_id'],
    ['x = cidrsubnet("10.0.0.0/16", 8, 256)', 'cidrsubnet(…)'],
    ['x = cidrhost("10.0.0.0/16", 1)', 'cidrhost(…)'],
    ['x = "a${var.b}c"', 'var.b'],
    ['x = "%{ if true }a%{ endif }"', '%{…}'],
  ])('%s is open, and named', (text, dependsOn) => {
    expect(outcomeOf(text)).toEqual({ dependsOn });
  });
});

test.each([
  ['x = "a', '"'],
  ['x = [1, 2', ']'],
  ['a {', '}'],
  ['a "b" c = 1', '{'],
  ['x = ', 'a value'],
  ['x = 1 y = 2', 'a new line'],
  ['}', 'the end of the text'],
  ['x = f(1', ')'],
  ['x = <<EOT\nnever', 'EOT'],
])('%j lacks %s', (text, expected) => {
  expect(readHcl(text, 'main.tf').fault?.expected).toBe(expected);
});

test('only configurations are taken for one', () => {
  expect(isTerraform('# main\nresource "aws_vpc_endpoint" "s3" {\n}')).toBe(true);
  for (const text of ['endpoints:\n  - "resource"', '{"locals": {}}', '- locals {', 'Resources:\n  locals {', ''])
    expect(isTerraform(text)).toBe(false);
});

test('any text is read, and read in time', () => {
  const word = fc.constantFrom(
    'resource "aws_vpc_endpoint" "a"',
    '{',
    '}',
    '[',
    ']',
    '=',
    '"',
    '${',
    '<<E\n',
    '\n',
    'for',
    ' in ',
    ':',
    '*',
    '.',
    'each',
    'local.a',
    '(',
    ')',
    '?',
    '!',
    '-',
    '1',
    '/*',
    '#',
    '%{',
    'dynamic "x"',
    '\\',
    ',',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      readTerraform({ 'main.tf': `resource "aws_vpc_endpoint" "x" {\n${words.join('')}` });
      grade('network-from-nothing', `locals {\n${words.join(' ')}\n}`);
    }),
  );
  const head = 'locals {\n  a = ';
  for (const part of ['(', '[', '{a=', '!', '-', '"${', 'a.', '1+', 'a ? b : ', '[for a in ', 'f(', '<<E\n']) {
    const { faults } = readTerraform({ 'main.tf': head + part.repeat(99_000 / part.length) });
    expect(faults).toHaveLength(1);
  }
});

test('loops in loops come to an end', () => {
  const list = `[${'1,'.repeat(200)}]`;
  const loop = `[for a in ${list} : [for b in ${list} : [for c in ${list} : [for d in ${list} : a]]]]`;
  expect(
    readTerraform({ 'main.tf': `resource "aws_vpc_endpoint" "x" {\n  for_each = ${loop}\n}` }).endpoints.length,
  ).toBeLessThan(300);
  const doubling = Array.from({ length: 60 }, (_, n) => `a${n + 1} = [local.a${n}, local.a${n}]`).join('\n');
  readTerraform({
    'main.tf': `locals {\na0 = ["x"]\n${doubling}\n}\nresource "aws_vpc_endpoint" "x" {\n for_each = toset(flatten(local.a60))\n policy = jsonencode(local.a60)\n}`,
  });
});
