import { type Message, message } from '../../messages/index.ts';
import { distance } from '../core/nearest.ts';
import { type ArnPart, arnParts, arnPartsOf } from './arn.ts';
import { type Entry, openingBraceOf } from './document.ts';
import { type Candidate, type Explanation, maxCompared, nameOf } from './explanation.ts';
import { matchesResource, type PreparedRequest, type ResourcePattern } from './match.ts';
import { matchesTemplate } from './variables.ts';

/** An entry of a statement, and the first of the six parts in which it differs from what is requested. */
interface Difference {
  readonly candidate: Candidate;
  readonly entry: Entry;
  readonly part: number;
}

/** Statements that name the action, and none of them the resource: the nearest entry, and the part in which it differs. */
export function explainResource(
  reached: readonly Candidate[],
  action: string,
  prepared: PreparedRequest,
): Explanation | null {
  const positive = reached.find(({ statement }) => statement.resources !== null && !statement.resources.negated);
  if (prepared.arn === null && positive !== undefined) return explainOnlyStar(positive, action);
  const nearest = nearestEntry(reached, prepared);
  const negated = reached.find(({ statement }) => statement.resources?.negated);
  if (negated !== undefined && nearest?.part !== 5) return explainExcluded(negated, action, prepared);
  if (nearest !== null) return { ...explainDifference(nearest, prepared), policy: nearest.candidate.policy };
  return positive === undefined ? null : explainEmpty(positive, action);
}

function explainOnlyStar({ policy, statement: { statement } }: Candidate, action: string): Explanation {
  const at = [statement.resource?.value ?? openingBraceOf(statement.node)];
  return { message: message('iam/denied-only-star', { statement: nameOf(statement), action }), policy, at };
}

/** No statement has a resource that could be compared. */
function explainEmpty({ policy, statement: { statement } }: Candidate, action: string): Explanation {
  return { message: message('iam/denied-no-statement', { action }), policy, at: [openingBraceOf(statement.node)] };
}

function explainExcluded(
  { policy, statement: { statement, resources } }: Candidate,
  action: string,
  prepared: PreparedRequest,
): Explanation {
  const hit = resources?.patterns.findIndex((pattern) => matchesResource(pattern, prepared) !== 'no') ?? -1;
  const at = [statement.resource?.entries[hit]?.node ?? statement.resource?.key ?? openingBraceOf(statement.node)];
  const params = { statement: nameOf(statement), action, resource: prepared.resource };
  return { message: message('iam/denied-excluded', params), policy, at };
}

/** Of the entries that fit furthest the one with the fewest letters to change. */
function nearestEntry(reached: readonly Candidate[], prepared: PreparedRequest): Difference | null {
  const all = reached.flatMap((candidate) => differencesOf(candidate, prepared));
  const furthest = all.reduce((most, { part }) => Math.max(most, part), -1);
  const lettersOf = ({ entry, part }: Difference): number =>
    distance(arnPartsOf(entry.value, true)[part] ?? '', prepared.arn?.[part] ?? '', 49);
  const compared = all
    .filter(({ part }) => part === furthest)
    .slice(0, maxCompared)
    .map((difference) => ({ difference, letters: lettersOf(difference) }));
  return compared.toSorted((a, b) => a.letters - b.letters)[0]?.difference ?? null;
}

function differencesOf(candidate: Candidate, prepared: PreparedRequest): readonly Difference[] {
  const { resources, statement } = candidate.statement;
  if (resources === null || resources.negated) return [];
  return resources.patterns.flatMap((pattern, index) => {
    const entry = statement.resource?.entries[index];
    return entry === undefined ? [] : [{ candidate, entry, part: firstDifference(pattern, prepared) }];
  });
}

/** The resource's part when all parts fit on their own: then the pattern is too short, or too long. */
function firstDifference({ parts }: ResourcePattern, { arn, context }: PreparedRequest): number {
  const found = arnParts.findIndex((_, index) => {
    const [written, wanted] = [parts[index], arn?.[index]];
    if (written === undefined || wanted === undefined) return written !== wanted;
    return matchesTemplate(written, wanted, context) !== 'yes';
  });
  return found === -1 ? 5 : found;
}

function explainDifference(
  { candidate, entry: { node, value }, part }: Difference,
  { resource, arn, prefix }: PreparedRequest,
): Omit<Explanation, 'policy'> {
  const statement = nameOf(candidate.statement.statement);
  const name = arnParts[part] ?? 'resource';
  const [written, wanted] = [arnPartsOf(value, true)[part] ?? '', arn?.[part] ?? resource];
  return {
    message: messageFor({ statement, entry: value, part: name, written, wanted, resource, prefix }),
    at: [node],
  };
}

interface Texts {
  readonly statement: string;
  readonly entry: string;
  readonly part: ArnPart;
  readonly written: string;
  readonly wanted: string;
  readonly resource: string;
  readonly prefix: string;
}

function messageFor({ statement, entry, part, written, wanted, resource, prefix }: Texts): Message {
  if (entry !== entry.trim()) return message('iam/denied-stray-space', { written: entry });
  if (written.includes('${')) return message('iam/denied-unresolved', { statement, written });
  if (written !== '' && written.toLowerCase() === wanted.toLowerCase()) {
    return message('iam/denied-capitals', { statement, written, wanted });
  }
  if (prefix === 's3' && part === 'resource' && written.includes('/') !== wanted.includes('/')) {
    return message('iam/denied-bucket-or-object', { statement, written: entry, wanted: resource });
  }
  return message('iam/denied-arn-part', { statement, part, written, wanted });
}
