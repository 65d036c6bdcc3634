import { shortRef, type WorkflowEvent } from '../scenario.ts';
import { isUnknown, unknown } from '../unknown.ts';

/** What rules and flavor of docker/metadata-action are worked out from. */
export interface MetadataInputs {
  /** Lines of `tags`. */
  readonly rules: readonly string[];
  /** Lines of `flavor`. */
  readonly flavor: readonly string[];
  readonly event: WorkflowEvent;
}

/**
 * The names of the tags, the version first: rules in the order of their priority, and `latest` where the first of them brings it.
 *
 * @source https://github.com/docker/metadata-action/blob/master/src/meta.ts (read 2026-11-24)
 * @source https://github.com/docker/metadata-action#latest-tag (read 2026-11-24)
 */
export function tagNames({ rules, flavor, event }: MetadataInputs): readonly string[] {
  const { latest, prefix, suffix } = flavorOf(flavor);
  const versions = rules
    .map(fieldsOf)
    .toSorted((one, other) => priorityOf(other) - priorityOf(one))
    .flatMap((fields) => versionsOf(fields, { prefix: prefix.text, suffix: suffix.text }, event));
  const isLatest = latest === 'auto' ? versions[0]?.isRelease === true : latest === 'true' && versions.length > 0;
  const latestName = `${prefix.onLatest ? prefix.text : ''}latest${suffix.onLatest ? suffix.text : ''}`;
  const names = versions.map(({ name }) => name);
  return [...new Set(isLatest ? [...names, sanitize(expand(latestName, event))] : names)];
}

type Fields = ReadonlyMap<string, string>;

/** The attributes of a rule; a part without a name is its value. */
export function fieldsOf(rule: string): Fields {
  const fields = new Map<string, string>();
  for (const field of rule.split(',')) {
    const at = field.indexOf('=');
    if (at === -1) fields.set('value', field.trim());
    else fields.set(field.slice(0, at).trim().toLowerCase(), field.slice(at + 1).trim());
  }
  return fields;
}

/** @source https://github.com/docker/metadata-action#priority-attribute (read 2026-11-24) */
const priorities: Readonly<Record<string, number>> = {
  schedule: 1000,
  semver: 900,
  pep440: 900,
  match: 800,
  edge: 700,
  ref: 600,
  raw: 200,
  sha: 100,
};

function priorityOf(fields: Fields): number {
  const written = Number(fields.get('priority') ?? Number.NaN);
  return Number.isNaN(written) ? (priorities[typeOf(fields)] ?? 0) : written;
}

function typeOf(fields: Fields): string {
  return fields.get('type') ?? 'raw';
}

interface Affix {
  readonly text: string;
  readonly onLatest: boolean;
}

/** @source https://github.com/docker/metadata-action#flavor-input (read 2026-11-24) */
function flavorOf(lines: readonly string[]): {
  readonly latest: string;
  readonly prefix: Affix;
  readonly suffix: Affix;
} {
  const all = lines.map(fieldsOf);
  const affix = (name: string): Affix => {
    const fields = all.findLast((each) => each.has(name));
    return { text: fields?.get(name) ?? '', onLatest: fields?.get('onlatest') === 'true' };
  };
  const latest = all.findLast((fields) => fields.has('latest'))?.get('latest') ?? 'auto';
  return { latest, prefix: affix('prefix'), suffix: affix('suffix') };
}

/** What one rule makes of the event; `isRelease` where the image is then the latest. */
interface Version {
  readonly name: string;
  readonly isRelease: boolean;
}

/** The tag that one rule gives for the event; none where it does not apply. */
function versionsOf(
  fields: Fields,
  flavor: { readonly prefix: string; readonly suffix: string },
  event: WorkflowEvent,
): readonly Version[] {
  const enable = expand(fields.get('enable') ?? 'true', event);
  if (enable === 'false' || enable === '') return [];
  const version = versionOf(fields, event);
  if (version === null || version.name === '') return [];
  const ofType = typeOf(fields) === 'sha' ? 'sha-' : fields.get('event') === 'pr' ? 'pr-' : undefined;
  const prefix = expand(fields.get('prefix') ?? ofType ?? flavor.prefix, event);
  const suffix = expand(fields.get('suffix') ?? flavor.suffix, event);
  return [{ ...version, name: sanitize(`${prefix}${version.name}${suffix}`) }];
}

function versionOf(fields: Fields, event: WorkflowEvent): Version | null {
  switch (typeOf(fields)) {
    case 'schedule':
      return event.name === 'schedule' ? named(expand(fields.get('pattern') ?? 'nightly', event)) : null;
    case 'sha':
      return named(fields.get('format') === 'long' ? event.sha : event.sha.slice(0, 7));
    case 'ref':
      return refVersion(fields.get('event'), event);
    case 'raw':
      return named(expand(fields.get('value') ?? '', event));
    case 'edge':
      return branchOf(event) === (fields.get('branch') || event.defaultBranch)
        ? named(fields.get('value') ?? 'edge')
        : null;
    case 'semver':
    case 'pep440':
    case 'match':
      return releaseVersion(fields, event);
    default:
      return null;
  }
}

function named(name: string, isRelease = false): Version {
  return { name, isRelease };
}

function refVersion(wanted: string | undefined, event: WorkflowEvent): Version | null {
  const pull = /^refs\/pull\/(\d+)\//.exec(event.ref)?.[1] ?? '';
  if (wanted === 'tag') return named(tagOf(event), true);
  return wanted === 'pr' ? named(pull) : wanted === 'branch' ? named(branchOf(event)) : null;
}

const semver = /^v?((0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?)(?:\+[\w.-]+)?$/;
const pep440 = /^v?((\d+)(?:\.(\d+))?(?:\.(\d+))?(?:\.\d+)*((?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\.dev\d+)?))$/;

/** A version out of the tag that was pushed, or out of `value`. What is before a release keeps its whole name and is not the latest. */
function releaseVersion(fields: Fields, event: WorkflowEvent): Version | null {
  const raw = expand(fields.get('value') || tagOf(event), event);
  if (raw === '' || isUnknown(raw)) return named(raw);
  const type = typeOf(fields);
  // A pattern of a learner may take any time on a text, so it is not tried.
  if (type === 'match') return named(unknown('output', 'version'), true);
  const match = (type === 'semver' ? semver : pep440).exec(raw);
  if (match === null) return null;
  const [, version = '', major = '', minor = '0', patch = '0', before = ''] = match;
  const parts: Readonly<Record<string, string>> = { raw, version, major, minor, patch };
  const pattern = fields.get('pattern') ?? '';
  if (before !== '') return named(/^\{\{\s*raw\s*\}\}$/.test(pattern) ? raw : version);
  const name = pattern.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, part: string) => parts[part] ?? '');
  return named(name, true);
}

function branchOf({ ref }: WorkflowEvent): string {
  return ref.startsWith('refs/heads/') ? shortRef(ref) : '';
}

function tagOf({ ref }: WorkflowEvent): string {
  return ref.startsWith('refs/tags/') ? shortRef(ref) : '';
}

/** The few Handlebars expressions that the action offers. A pull request counts for the branch that it asks to change. */
function expand(text: string, event: WorkflowEvent): string {
  const isDefault = (event.pull?.base ?? branchOf(event)) === event.defaultBranch;
  return text
    .replaceAll('{{is_default_branch}}', String(isDefault))
    .replaceAll('{{is_not_default_branch}}', String(!isDefault))
    .replaceAll('{{branch}}', branchOf(event))
    .replaceAll('{{tag}}', tagOf(event))
    .replaceAll('{{sha}}', event.sha.slice(0, 7))
    .replaceAll('{{base_ref}}', event.pull?.base ?? '')
    .replace(/\{\{(?:commit_)?date '[^']*'(?: tz='[^']*')?\}\}/g, unknown('output', 'date'));
}

function sanitize(tag: string): string {
  return tag.replace(/[^\w.\-\u{F0000}-\u{F0002}]+/gu, '-');
}
