import { positionsIn } from '../report/index.ts';
import type { Complaint } from './arguments.ts';
import { validate as isCases } from './cases.schema.json?ajv';
import { findJsonFault } from './json-fault.ts';
import { type Reading, readText } from './read-text.ts';

/** One request, and the policies to decide it by: texts as they stand in a file, or the objects that they hold. */
export interface Case {
  readonly id: string | number;
  readonly policies: readonly (string | object)[];
  /** The permissions boundary, where there is one. */
  readonly boundary?: string | object;
  readonly request: {
    readonly action: string;
    readonly resource: string;
    readonly context: Readonly<Record<string, string | readonly string[]>>;
  };
}

type Value = string | number | boolean;

interface WrittenCase extends Omit<Case, 'request'> {
  readonly request: Omit<Case['request'], 'context'> & { readonly context?: Record<string, Value | readonly Value[]> };
}

/** Reads a file of cases. A file that is not JSON, or not cases, is refused as a whole, with the place of the fault. */
export function readCases(path: string, folder: string): Reading<readonly Case[]> {
  const { value: text, complaint } = readText(path, folder);
  if (complaint !== undefined) return { complaint };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { complaint: notJson(path, text) };
  }
  if (!isCases(value)) return { complaint: notCases(path) };
  return { value: (value as readonly WrittenCase[]).map(plainCase) };
}

function plainCase({ id, policies, boundary, request: { action, resource, context = {} } }: WrittenCase): Case {
  const entries = Object.entries(context).map(([key, value]) => [key, asText(value)] as const);
  const request = { action, resource, context: Object.fromEntries(entries) };
  return { id, policies, request, ...(boundary === undefined ? {} : { boundary }) };
}

/** In a request context every value is text, as it is on the wire. */
function asText(value: Value | readonly Value[]): string | readonly string[] {
  return typeof value === 'object' ? value.map(String) : String(value);
}

function notJson(path: string, text: string): Complaint {
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const offset = (findJsonFault(text.slice(mark)) ?? 0) + mark;
  const { line, column } = positionsIn({ [path]: text })(path, offset);
  return { key: 'cases.not-json', params: { path, line, column } };
}

function notCases(path: string): Complaint {
  const [fault] = isCases.errors ?? [];
  const place = (fault?.instancePath ?? '').split('/').slice(1);
  const written = place.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join('');
  return { key: 'cases.shape', params: { path, place: written || '[]', reason: fault?.message ?? '' } };
}
