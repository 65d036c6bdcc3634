import { arnPartsOf } from './arn.ts';
import { type CatalogueAction, findService } from './catalogue.ts';
import type { CompiledPolicy } from './compile.ts';
import { regions } from './facts/partitions.ts';
import { fillWildcards } from './fill-wildcards.ts';
import { compileGlob, type Glob, hasWildcard, matchesGlob } from './glob.ts';
import type { Need } from './need.ts';

/** Another account than that of the workshop. */
const otherAccount = '444455556666';

/** Entries of a policy that are filled in, and resources that come of them: more would not say more. */
const maxEntries = 80;
const maxResources = 240;

/** The resources that a policy is tried on. */
export interface Targets {
  /** All of them, `*` left out. */
  readonly all: readonly string[];
  /** What an action could be requested on: `*` if it takes nothing else, those of its types, and one more of each type. */
  of(action: CatalogueAction): readonly string[];
}

/** Targets that come of a need, of its neighbours, and of what the policies' own text suggests, each wildcard filled in. */
export function targetsFor(policies: readonly CompiledPolicy[], need: Need): Targets {
  const all = resourcesToTry(policies, need);
  const byFormat = new Map<string, readonly string[]>();
  const targetsOfFormat = (format: string): readonly string[] => {
    const known = byFormat.get(format);
    if (known !== undefined) return known;
    const found = [...all.filter((resource) => matchesGlob(globOfFormat(format), resource)), anyOfFormat(format, need)];
    byFormat.set(format, found);
    return found;
  };
  return {
    all,
    of({ service, resourceTypes }) {
      if (resourceTypes.length === 0) return ['*'];
      const formats = resourceTypes.flatMap((type) => findService(service)?.arnFormats.get(type) ?? []);
      return [...new Set(formats.flatMap(targetsOfFormat))];
    },
  };
}

function resourcesToTry(policies: readonly CompiledPolicy[], need: Need): readonly string[] {
  const written = policies
    .flatMap(({ document }) => document.statements)
    .flatMap(({ resource }) => resource?.entries ?? [])
    .map(({ value }) => value);
  const suggested = [...new Set(written)].slice(0, maxEntries).flatMap((entry) => instancesOf(entry, need));
  const all = new Set([...need.calls.map(({ resource }) => resource), ...need.neighbours, ...suggested]);
  return [...all].filter((resource) => resource !== '*').slice(0, maxResources);
}

/** ARNs that an entry takes in; none for `*`, for a short ARN and for one with variables. */
function instancesOf(entry: string, { account, region }: Need): readonly string[] {
  const parts = arnPartsOf(entry, true);
  if (parts.length !== 6 || entry.includes('${')) return [];
  const [, partition = '', service = '', regionPart = '', accountPart = '', resource = ''] = parts;
  const found: string[] = [];
  for (const where of inWildcard(regionPart, [region, ...regions])) {
    for (const whose of inWildcard(accountPart, [account, otherAccount])) {
      for (const name of fillWildcards(resource)) {
        found.push(`arn:${hasWildcard(partition) ? 'aws' : partition}:${service}:${where}:${whose}:${name}`);
      }
    }
  }
  return found;
}

/** The first two of the candidates that a part with wildcards takes in; the part itself when it has none. */
function inWildcard(part: string, candidates: readonly string[]): readonly string[] {
  if (!hasWildcard(part)) return [part];
  const glob = compileGlob(part);
  const fitting = [...new Set(candidates)].filter((each) => matchesGlob(glob, each));
  return fitting.length === 0 ? fillWildcards(part) : fitting.slice(0, 2);
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
function anyOfFormat(format: string, { account, region }: Need): string {
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
