import { message } from '../../../messages/index.ts';
import { type Offer, plain } from '../../core/offer.ts';
import { type CatalogueAction, catalogueServices, findService } from '../catalogue.ts';
import { actionsNamed } from './actions-taken.ts';
import type { PolicyPlace } from './place.ts';

/** The ARNs that fit the statement's actions, those that stand in the policy already, and `*`. */
export function offerResources({ statement, document, node }: PolicyPlace): readonly Offer[] {
  const actions = actionsNamed(statement);
  const entries = document.statements.flatMap(({ resource }) => resource?.entries ?? []);
  const written = entries.filter((entry) => entry.node !== node && entry.value !== '*').map(({ value }) => value);
  return [
    ...[...new Set(written)].map((arn) => plain('resource', arn, message('iam/about-written-resource'))),
    ...offerFormats(actions),
    plain('resource', '*', message('iam/about-every-resource')),
  ];
}

/** One ARN for each type of resource that the actions are granted on; for no action, of every type of the catalogue. */
export function offerFormats(actions: readonly CatalogueAction[]): readonly Offer[] {
  const named = actions.flatMap(({ service, resourceTypes }) =>
    resourceTypes.map((type) => [service, type, findService(service)?.arnFormats.get(type)] as const),
  );
  const all = catalogueServices().flatMap(({ prefix, arnFormats }) =>
    [...arnFormats].map(([type, format]) => [prefix, type, format] as const),
  );
  const found = new Map<string, Offer>();
  for (const [service, type, format] of actions.length === 0 ? all : named) {
    if (format === undefined || found.has(format)) continue;
    found.set(format, {
      kind: 'resource',
      label: format.replace('${Partition}', 'aws').replace(/\$\{(\w+)\}/g, '<$1>'),
      insert: snippetOf(format),
      isSnippet: true,
      about: [message('iam/about-resource', { service, type })],
    });
  }
  return [...found.values()];
}

/** `arn:${Partition}:ecr:${Region}:…` as a snippet with stops to fill in: `arn:aws:ecr:${1:Region}:…`. */
function snippetOf(format: string): string {
  let stop = 0;
  return format.replace('${Partition}', 'aws').replace(/\$\{(\w+)\}/g, (_, name: string) => {
    stop += 1;
    return `\${${stop}:${name}}`;
  });
}
