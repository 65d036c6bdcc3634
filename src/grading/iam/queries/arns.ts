import { memoize } from '../../core/memoize.ts';
import { arnPartsOf } from '../arn.ts';
import { type CatalogueService, findService } from '../catalogue.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { compileGlob, type Glob, matchesGlob } from '../glob.ts';
import type { JsonString, Span } from '../json/nodes.ts';
import { hasWildcardOrVariable } from '../variables.ts';

/** An ARN that a policy names as a resource, taken apart. */
export interface NamedArn {
  readonly statement: Statement;
  readonly node: JsonString;
  readonly value: string;
  readonly parts: readonly string[];
}

/** The ARNs of all `Resource` and `NotResource` elements; `*` and what is no ARN are left out. */
export function* arnsIn({ statements, version }: PolicyDocument): Generator<NamedArn> {
  for (const statement of statements) {
    for (const { node, value } of statement.resource?.entries ?? []) {
      const parts = arnPartsOf(value, version === '2012-10-17');
      if (parts[0] === 'arn') yield { statement, node, value, parts };
    }
  }
}

/** The span of the nth part inside the string; the whole string when escapes make its offsets unclear. */
export function spanOfPart({ node, value, parts }: NamedArn, index: number): Span {
  const part = parts[index];
  if (part === undefined || node.end - node.start !== value.length + 2) return node;
  const before = parts.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
  const start = node.start + 1 + before;
  return { start, end: start + part.length };
}

/** An ARN format of the catalogue, taken apart once. */
interface Format {
  readonly parts: readonly string[];
  /** What the last part looks like, a wildcard where a name goes. */
  readonly pattern: string;
  readonly glob: Glob;
}

/** ARN formats of a service's resource types whose last part an ARN can be of; null when the catalogue does not know the service. */
export function formatsOf({ parts }: NamedArn): readonly (readonly string[])[] | null {
  const service = findService(parts[2] ?? '');
  if (service === null) return null;
  const written = parts[5] ?? '';
  return formatsIn(service)
    .filter((format) => overlaps(format, written))
    .map((format) => format.parts);
}

const formatsIn = memoize((service: CatalogueService): readonly Format[] =>
  [...service.arnFormats.values()].map(splitFormat).flatMap((parts): readonly Format[] => {
    const pattern = (parts[5] ?? '').replace(/\$\{[^}]*\}/g, '*');
    return parts[2] === service.prefix ? [{ parts, pattern, glob: compileGlob(pattern) }] : [];
  }),
);

function splitFormat(format: string): readonly string[] {
  const parts = format.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Whether some resource of the format could fit what is written: their literal beginnings agree. */
function overlaps({ pattern, glob }: Format, written: string): boolean {
  return matchesGlob(glob, written) || (hasWildcardOrVariable(written) && startAlike(pattern, written));
}

/** True when of the literal beginnings of two patterns the shorter one begins the other. */
export function startAlike(one: string, other: string): boolean {
  const [first, second] = [literalStart(one), literalStart(other)];
  return first.startsWith(second) || second.startsWith(first);
}

function literalStart(pattern: string): string {
  return /^[^*?$]*/.exec(pattern)?.[0] ?? '';
}
