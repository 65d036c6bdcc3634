import { arnPartsOf } from '../arn.ts';
import { findService } from '../catalogue.ts';
import type { PolicyDocument, Statement } from '../document.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import type { JsonString, Span } from '../json/nodes.ts';

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

/** ARN formats of a service's resource types whose last part an ARN can be of; null when the catalogue does not know the service. */
export function formatsOf({ parts }: NamedArn): readonly (readonly string[])[] | null {
  const service = findService(parts[2] ?? '');
  if (service === null) return null;
  const written = parts[5] ?? '';
  return [...service.arnFormats.values()]
    .map((format) => splitFormat(format))
    .filter((format) => format[2] === service.prefix && overlaps(format[5] ?? '', written));
}

function splitFormat(format: string): readonly string[] {
  const parts = format.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Whether some resource of the format could fit what is written: their literal beginnings agree. */
function overlaps(format: string, written: string): boolean {
  const glob = format.replace(/\$\{[^}]*\}/g, '*');
  if (matchesGlob(compileGlob(glob), written)) return true;
  const [a, b] = [literalStart(glob), literalStart(written)];
  const common = Math.min(a.length, b.length);
  const isOpen = /[*?$]/.test(written);
  return isOpen && a.slice(0, common) === b.slice(0, common);
}

function literalStart(pattern: string): string {
  return /^[^*?$]*/.exec(pattern)?.[0] ?? '';
}
