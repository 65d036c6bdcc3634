import { distance } from '../../core/nearest.ts';
import type { Rule } from '../../core/rule.ts';
import { innerRange, type Tree, textOf, valueAt } from '../../core/yaml/tree.ts';
import { found, quoted, replaceWith } from '../diagnostic.ts';
import type { NetworkDocument } from '../document.ts';
import { sources } from '../facts/sources.ts';

/** The resource types that are read; all others of a template are left alone. */
const readTypes = [
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::RouteTable',
  'AWS::EC2::Route',
  'AWS::EC2::SubnetRouteTableAssociation',
];

/** Letters that may differ in a slip; real types of other resources differ in more. */
const slip = 2;

/** A type that is one of those read but for a slip or the case of its letters. */
export const unknownResourceType: Rule<NetworkDocument> = {
  code: 'network/unknown-resource-type',
  severity: 'error',
  source: sources.template,
  check: ({ trees }) =>
    trees.flatMap((tree) => {
      const resources = valueAt(tree, 'Resources');
      const types = resources?.kind === 'mapping' ? resources.entries.map(({ value }) => valueAt(value, 'Type')) : [];
      return types.flatMap((type) => (type === undefined ? [] : misspelt(type)));
    }),
};

function misspelt(type: Tree) {
  const written = textOf(type) ?? '';
  const lower = written.toLowerCase();
  const meant = readTypes.find((known) => distance(lower, known.toLowerCase(), slip) <= slip);
  if (meant === undefined || meant === written) return [];
  const range = innerRange(type);
  const fixes = replaceWith(meant, range);
  return [
    found('error', 'network/unknown-resource-type', { type: quoted(written), meant }, range, sources.template, {
      fixes,
    }),
  ];
}
