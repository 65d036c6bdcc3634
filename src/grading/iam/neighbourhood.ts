import { arnPartsOf } from './arn.ts';
import { type CatalogueAction, findService } from './catalogue.ts';
import type { CompiledPolicy } from './compile.ts';
import { regions } from './facts/partitions.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import type { IamScenario } from './scenario.ts';

/** Another account than that of the workshop. */
const otherAccount = '444455556666';

/** Entries of a policy that are filled in, and resources that come of them: more would not say more. */
const maxEntries = 80;
const maxResources = 240;

/**
 * The resources that a policy is tried on: those of the scenario, its neighbours, and what the policy's own text suggests, each wildcard
 * filled in.
 */
export function resourcesToTry(policies: readonly CompiledPolicy[], scenario: IamScenario): readonly string[] {
  const needed = scenario.attempts.flatMap(({ resource }) => resource ?? []);
  const written = policies
    .flatMap(({ document }) => document.statements)
    .flatMap(({ resource }) => resource?.entries ?? [])
    .map(({ value }) => value);
  const suggested = [...new Set(written)].slice(0, maxEntries).flatMap((entry) => instancesOf(entry, scenario));
  const all = new Set([...needed, ...(scenario.neighbours ?? []), ...suggested]);
  return [...all].filter((resource) => resource !== '*').slice(0, maxResources);
}

/** ARNs that an entry takes in; none for `*`, for a short ARN and for one with variables. */
function instancesOf(entry: string, { account, region }: IamScenario): readonly string[] {
  const parts = arnPartsOf(entry, true);
  if (parts.length !== 6 || entry.includes('${')) return [];
  const [, partition = '', service = '', regionPart = '', accountPart = '', resource = ''] = parts;
  const found: string[] = [];
  for (const where of inWildcard(regionPart, [region, ...regions])) {
    for (const whose of inWildcard(accountPart, [account, otherAccount])) {
      for (const name of fillWildcards(resource)) {
        found.push(`arn:${/[*?]/.test(partition) ? 'aws' : partition}:${service}:${where}:${whose}:${name}`);
      }
    }
  }
  return found;
}

/** The first two of the candidates that a part with wildcards takes in; the part itself when it has none. */
function inWildcard(part: string, candidates: readonly string[]): readonly string[] {
  if (!/[*?]/.test(part)) return [part];
  const glob = compileGlob(part);
  const fitting = [...new Set(candidates)].filter((each) => matchesGlob(glob, each));
  return fitting.length === 0 ? fillWildcards(part) : fitting.slice(0, 2);
}

/** What an action could be requested on: `*` if it takes nothing else, the given resources of its types, and one more of each type. */
export function targetsOf(
  action: CatalogueAction,
  resources: readonly string[],
  scenario: IamScenario,
): readonly string[] {
  if (action.resourceTypes.length === 0) return ['*'];
  const formats = action.resourceTypes.flatMap((type) => findService(action.service)?.arnFormats.get(type) ?? []);
  const globs = formats.map(globOfFormat);
  const fitting = resources.filter((resource) => globs.some((glob) => matchesGlob(glob, resource)));
  return [...new Set([...fitting, ...formats.map((format) => anyOfFormat(format, scenario))])];
}

const formatGlobs = new Map<string, Glob>();

function globOfFormat(format: string): Glob {
  const known = formatGlobs.get(format);
  if (known !== undefined) return known;
  const glob = compileGlob(format.replace(/\$\{[^}]*\}/g, '*'));
  formatGlobs.set(format, glob);
  return glob;
}

/** Some resource of a type, of the workshop's account and Region. */
function anyOfFormat(format: string, { account, region }: IamScenario): string {
  return format
    .replaceAll('${Partition}', 'aws')
    .replaceAll('${Region}', region)
    .replaceAll('${Account}', account)
    .replace(/\$\{[^}]*\}/g, 'elsewhere');
}

/** True when two ARNs name the same thing in, perhaps, two Regions. */
export function differsInRegionOnly(one: string, other: string): boolean {
  const [a, b] = [arnPartsOf(one, false), arnPartsOf(other, false)];
  return a.length === 6 && b.length === 6 && a.every((part, index) => index === 3 || part === b[index]);
}
