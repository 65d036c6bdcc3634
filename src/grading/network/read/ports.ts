import type { SourceRange } from '../../core/types.ts';
import type { Ports } from '../document.ts';

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
