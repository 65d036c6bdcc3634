import { message } from '../../../messages/index.ts';
import { arnPartsOf } from '../arn.ts';
import { type CatalogueAction, findService } from '../catalogue.ts';
import type { EntryList } from '../document.ts';
import { page } from '../facts/sources.ts';
import { actionsTakenIn } from '../queries/actions.ts';
import { startAlike } from '../queries/arns.ts';
import { mendedActionsIn } from '../queries/meanings.ts';
import { hasWildcardOrVariable } from '../variables.ts';
import { policyRule } from './policy-rule.ts';

/** An action none of whose kinds of resource is among the statement's resources: the statement never grants it. */
export const actionResourceMisfit = policyRule({
  code: 'iam/action-resource-misfit',
  severity: 'warning',
  types: ['identity'],
  source: page('https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html'),
  *find(document) {
    for (const named of mendedActionsIn(document)) {
      const { effect, action, resource } = named.statement;
      if (effect !== 'Allow' || action?.negated || resource === null || resource.negated) continue;
      const { entries } = resource;
      if (entries.length === 0 || entries.length > maxEntries || entries.some(({ value }) => value === '*')) continue;
      const taken = actionsTakenIn(named) ?? [];
      const typed = taken.filter(({ resourceTypes }) => resourceTypes.length > 0);
      if (typed.length === 0 || typed.length !== taken.length) continue;
      if (isOfNoKind(resource, named.prefix)) continue;
      if (typed.some((each) => canReach(each, resource))) continue;
      const params = {
        action: named.meant,
        types: kindsOf(typed).slice(0, 4).join(', '),
        form: formOf(typed, entries[0]?.value ?? ''),
      };
      yield { at: named.node, message: message('iam/action-resource-misfit', params), related: [resource.value] };
    }
  },
});

function kindsOf(actions: readonly CatalogueAction[]): readonly string[] {
  return [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes))];
}

/** How an ARN looks that one of the actions can be granted on: of all kinds the one most like what is written. */
function formOf(actions: readonly CatalogueAction[], written: string): string {
  const forms = actions.flatMap(({ service, resourceTypes }) =>
    resourceTypes.flatMap((type) => findService(service)?.arnFormats.get(type)?.replace('${Partition}', 'aws') ?? []),
  );
  const likeness = (form: string) => [...form].findIndex((character, at) => character !== written[at]);
  const [nearest = '*'] = forms.toSorted((a, b) => likeness(b) - likeness(a) || a.length - b.length);
  return nearest.replace(/\$\{(\w+)\}/g, '$1');
}

/** True when all resources are of the action's own service and of no kind that it has: then that is what is wrong. */
function isOfNoKind({ entries }: EntryList, prefix: string): boolean {
  const service = findService(prefix);
  if (service === null) return false;
  const formats = [...service.arnFormats.values()];
  return entries.every(({ value }) => {
    const isOwn = arnPartsOf(value, true)[2] === service.prefix;
    return isOwn && !formats.some((format) => canBe(format, value));
  });
}

/** Entries that are looked at of one statement; a longer list is taken to fit. */
const maxEntries = 60;

function canReach(action: CatalogueAction, resource: EntryList): boolean {
  const formats = action.resourceTypes.flatMap((type) => findService(action.service)?.arnFormats.get(type) ?? []);
  return resource.entries.some(({ value }) => value === '*' || formats.some((format) => canBe(format, value)));
}

/** Whether an ARN can be of a format, wildcards taken for anything. */
function canBe(format: string, written: string): boolean {
  const [wanted, given] = [arnPartsOf(format, true), arnPartsOf(written, true)];
  if (given.length < 6) return true;
  const isSameService = wanted[2] === given[2];
  return isSameService && agrees(wanted[5] ?? '', given[5] ?? '');
}

function agrees(format: string, written: string): boolean {
  if (!startAlike(format, written)) return false;
  const separators = (format.match(/[/:](?=\$)/g) ?? []).length;
  return hasWildcardOrVariable(written) || (written.match(/[/:]/g) ?? []).length >= separators;
}
