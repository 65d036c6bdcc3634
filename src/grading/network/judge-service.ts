import { distance, nearest } from '../core/nearest.ts';
import { type Endpoint, type NetworkDocument, regionOfRun } from './document.ts';
import { partitionOf } from './facts/partitions.ts';
import { regionNames } from './facts/regions.ts';
import { globalServiceNames, otherNames, serviceNames } from './facts/services.ts';
import { isPlaceholder, splitServiceName } from './service-name.ts';
import { isReadable } from './term.ts';

/** What a text that stands where a service name belongs really is. `meant` is the certain or likely service name; null without one. */
export type ServiceVerdict =
  | { readonly kind: 'host-name'; readonly meant: string | null }
  | { readonly kind: 'unsubstituted' }
  | { readonly kind: 'malformed'; readonly meant: string | null }
  | { readonly kind: 'custom' }
  | { readonly kind: 'named'; readonly region: RegionVerdict; readonly service: PartVerdict };

/** Whether a region exists, and the one that was likely meant. */
export interface RegionVerdict {
  readonly name: string;
  readonly known: boolean;
  readonly meant: string | null;
}

/** What follows the region in a service name. `certain` is false where the name may be that of a service which is not known here. */
export type PartVerdict =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'misspelt'; readonly name: string; readonly meant: string; readonly certain: boolean }
  | { readonly kind: 'incomplete'; readonly name: string; readonly choices: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string };

const known: ReadonlySet<string> = new Set(serviceNames);
const namesBeginning = namesBy((name) => name[0]);
const namesEnding = namesBy((name) => name.at(-1));
const namesOfParts = serviceNames.filter((name) => name.includes('.'));
const regions: ReadonlySet<string> = new Set(regionNames);

/** Names of services of other accounts, and the newer forms of AWS's own. */
const customForm = /^(?:com\.amazonaws\.vpce\.|aws\.|api\.aws\.|vpce-svc-)/;
const globalNames: ReadonlySet<string> = new Set(globalServiceNames.map((name) => `com.amazonaws.${name}`));

/** An endpoint whose service name can be read, with the verdict on that name. */
export interface JudgedService extends Pick<Endpoint, 'service' | 'type'> {
  readonly verdict: ServiceVerdict;
}

interface Judged {
  readonly services: readonly JudgedService[];
  readonly verdicts: ReadonlyMap<string, ServiceVerdict>;
}

const judged = new WeakMap<NetworkDocument, Judged>();

/** The services of a document that can be read. Each name is judged once: many rules ask, and a search for the nearest takes its time. */
function judge(document: NetworkDocument): Judged {
  const known = judged.get(document);
  if (known !== undefined) return known;
  const verdicts = new Map<string, ServiceVerdict>();
  const services: JudgedService[] = [];
  for (const { service, type } of document.endpoints) {
    if (!isReadable(service)) continue;
    const verdict = verdicts.get(service.text) ?? judgeServiceName(service.text);
    verdicts.set(service.text, verdict);
    services.push({ service, type, verdict });
  }
  const result = { services, verdicts };
  judged.set(document, result);
  return result;
}

/** The services of a document that can be read, in the order of the file, each with the verdict on its name. */
export function judgedServices(document: NetworkDocument): readonly JudgedService[] {
  return judge(document).services;
}

/** The verdict on the service of one of a document's endpoints; null where it cannot be read. */
export function verdictOn({ service }: Endpoint, document: NetworkDocument): ServiceVerdict | null {
  return isReadable(service) ? (judge(document).verdicts.get(service.text) ?? null) : null;
}

/**
 * Tells a service name from what is mistaken for one.
 *
 * @example judgeServiceName('ssm.ap-northeast-1.amazonaws.com') // => { kind: 'host-name', meant: 'com.amazonaws.ap-northeast-1.ssm' }
 */
export function judgeServiceName(written: string): ServiceVerdict {
  const name = written.trim();
  if (name.includes('${')) return { kind: 'unsubstituted' };
  if (/(?:\.amazonaws\.com(?:\.cn)?|\.api\.aws)(?:[:/].*)?$|^https?:/i.test(name))
    return { kind: 'host-name', meant: fromHostName(name) };
  // Several names in one text, or a name and what belongs into the next line.
  if (/[\s,]/.test(name)) return { kind: 'malformed', meant: null };
  if (customForm.test(name) || globalNames.has(name.replace(/^cn\./, ''))) return { kind: 'custom' };
  const { region, service } = splitServiceName(name);
  if (name.startsWith('cn.') && region !== null && partitionOf(region).name !== 'aws-cn')
    return { kind: 'malformed', meant: fromParts(name) };
  if (region === null || service === null || known.has(`${region}.${service}`)) {
    return { kind: 'malformed', meant: fromParts(name) };
  }
  return { kind: 'named', region: judgeRegion(region), service: judgePart(service) };
}

/** The service behind a host name such as `api.ecr.<region>.amazonaws.com`, with or without scheme, account and path. */
function fromHostName(text: string): string | null {
  const host = text
    .replace(/^https?:\/\//i, '')
    .replace(/[:/].*$/, '')
    .toLowerCase();
  const match =
    /^(?:\d{12}\.|vpce-[\w-]+\.)?(.+?)\.([a-z]{2,4}(?:-[a-z]+)+-\d|<region>)\.(?:vpce\.)?(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.exec(
      host,
    );
  const [, label = '', region = ''] = match ?? [];
  const service = otherNames.get(label) ?? label;
  return match !== null && known.has(service) ? `com.amazonaws.${region}.${service}` : null;
}

/** The service name that a text with other or missing parts in front most likely stands for. */
function fromParts(name: string): string | null {
  const lower = name.toLowerCase();
  const rest = lower.replace(/^(?:(?:com|cn|www|amazon|amazonaws|aws|amazonws|amzonaws)\.)+/, '');
  const match = /^([a-z]{2,4}(?:-[a-z]+)+-\d|<region>)\.(.+)$/.exec(rest);
  const [region, service] = match === null ? ['<region>', rest] : [match[1] ?? '', match[2] ?? ''];
  const meant = otherNames.get(service) ?? service;
  return known.has(meant) ? `com.amazonaws.${region}.${meant}` : null;
}

function judgeRegion(name: string): RegionVerdict {
  const isKnown = regions.has(name) || name === regionOfRun || isPlaceholder(name);
  return { name, known: isKnown, meant: isKnown ? null : nearest(name, regionNames) };
}

function judgePart(name: string): PartVerdict {
  if (known.has(name)) return { kind: 'known', name };
  const lower = name.toLowerCase();
  const choices = namesOfParts.filter((candidate) => candidate.startsWith(`${lower}.`));
  if (choices.length > 0) return { kind: 'incomplete', name, choices };
  const other = otherNames.get(lower);
  if (other !== undefined) return { kind: 'misspelt', name, meant: other, certain: true };
  const meant = nearest(lower, similarNames(lower));
  return meant === null ? { kind: 'unknown', name } : { kind: 'misspelt', name, meant, certain: isSlip(lower, meant) };
}

/** A slip leaves the first or the last letter as it is; to compare a name with the others as well would take its time. */
function similarNames(name: string): readonly string[] {
  return [...(namesBeginning.get(name[0]) ?? []), ...(namesEnding.get(name.at(-1)) ?? [])];
}

function namesBy(letterOf: (name: string) => string | undefined): ReadonlyMap<string | undefined, readonly string[]> {
  const groups = new Map<string | undefined, string[]>();
  for (const name of serviceNames) groups.set(letterOf(name), [...(groups.get(letterOf(name)) ?? []), name]);
  return groups;
}

/** Letters of a name for each that may differ in a slip. Short names lie so close together that one letter makes a real service. */
const lettersPerSlip = 5;

function isSlip(written: string, meant: string): boolean {
  const slips = Math.floor(meant.length / lettersPerSlip);
  return distance(written, meant, slips) <= slips;
}
