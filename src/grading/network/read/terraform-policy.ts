import { evaluate, type Surroundings } from '../hcl/evaluate.ts';
import type { Block, Body } from '../hcl/syntax.ts';
import { dependenceOf, itemsOf, plainOf, scalar, textOf, unknown, type Value } from '../hcl/value.ts';

/** Elements of a statement by the arguments of `aws_iam_policy_document`. */
const elements = [
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

/**
 * The JSON of a policy that is written as `aws_iam_policy_document`; unknown with anything in it that is.
 *
 * @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document (read 2026-11-24)
 */
export function policyOf(body: Body, range: Value['range'], around: Surroundings): Value {
  const merged = body.attributes.find(({ name }) => /_policy_documents$/.test(name));
  if (merged !== undefined) return unknown(merged.name, merged.range);
  const dependsOn: string[] = [];
  const valueIn = (inner: Body, name: string): Value | null => {
    const written = inner.attributes.find((attribute) => attribute.name === name);
    const value = written === undefined ? null : evaluate(written.value, around);
    dependsOn.push(...(value === null ? [] : [dependenceOf(value)].filter((found) => found !== null)));
    return value;
  };
  const statements = body.blocks
    .filter(({ type }) => type === 'statement')
    .map(({ body: inner }) => ({
      Effect: 'Allow',
      ...Object.fromEntries(
        elements.flatMap(([name, element]) => {
          const value = valueIn(inner, name);
          return value === null ? [] : [[element, plainOf(value)]];
        }),
      ),
      ...principalsOf(inner, valueIn),
      ...conditionsOf(inner, valueIn),
    }));
  const [open] = dependsOn;
  return open === undefined
    ? scalar(JSON.stringify({ Version: '2012-10-17', Statement: statements }), range)
    : unknown(open, range);
}

type ValueIn = (body: Body, name: string) => Value | null;

function principalsOf({ blocks }: Body, valueIn: ValueIn): object {
  const [principals] = blocks.filter(({ type }) => type === 'principals');
  if (principals === undefined) return {};
  const kind = textOf(valueIn(principals.body, 'type') ?? undefined) ?? '*';
  const identifiers = valueIn(principals.body, 'identifiers');
  const named = identifiers === null ? [] : itemsOf(identifiers).map(plainOf);
  return { Principal: kind === '*' ? '*' : { [kind]: named } };
}

function conditionsOf({ blocks }: Body, valueIn: ValueIn): object {
  const lines = blocks
    .filter(({ type }) => type === 'condition')
    .map(({ body }: Block) => {
      const [test, variable, values] = ['test', 'variable', 'values'].map((name) => valueIn(body, name));
      return [
        textOf(test ?? undefined) ?? '',
        textOf(variable ?? undefined) ?? '',
        values ? plainOf(values) : [],
      ] as const;
    });
  if (lines.length === 0) return {};
  const tests = [...new Set(lines.map(([test]) => test))];
  const linesOf = (test: string) => lines.filter((line) => line[0] === test).map(([, key, values]) => [key, values]);
  return { Condition: Object.fromEntries(tests.map((test) => [test, Object.fromEntries(linesOf(test))])) };
}
