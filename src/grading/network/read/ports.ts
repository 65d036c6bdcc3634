import type { SourceRange } from '../../core/types.ts';
import type { Ports, Term } from '../document.ts';
import { isIcmp } from '../protocol.ts';

const highestPort = 65_535;

/**
 * Reads a port, a span of ports, or the word for all of them.
 *
 * @example readPorts('0-65535', range) // => { kind: 'span', from: 0, to: 65535, range }
 */
export function readPorts(text: string, range: SourceRange): Ports {
  const trimmed = text.trim();
  if (/^(?:all|-1)$/i.test(trimmed)) return { kind: 'all' };
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(trimmed);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match === null || from > to || to > highestPort) return { kind: 'unread', text, range };
  return { kind: 'span', from, to, range };
}

/**
 * The ports between two numbers that stand apart, as `FromPort` and `ToPort`; a missing second one is the same as the first. Of ICMP
 * they are a type and a code, and -1 all of them.
 *
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html (read 2026-11-24)
 */
export function readPortsBetween(from: Term | null, to: Term | null, protocol: Term | null): Ports {
  if (from === null) return { kind: 'missing' };
  const high = to ?? from;
  const range = { ...from.range, end: Math.max(from.range.end, high.range.end) };
  const dependsOn = from.dependsOn ?? high.dependsOn;
  if (dependsOn !== null) return { kind: 'unknown', dependsOn, range };
  if (protocol !== null && isIcmp(protocol.text) && [from, high].every(isTypeOrCode)) return { kind: 'icmp', range };
  return readPorts(from.text === high.text ? from.text : `${from.text}-${high.text}`, range);
}

function isTypeOrCode({ text }: Term): boolean {
  return /^(?:-1|\d{1,3})$/.test(text) && Number(text) <= 255;
}
