/** IPv4 addresses from `first` to `last`, as numbers, both included. Null bounds: a valid IPv6 block, which holds no IPv4 address. */
export type Block = { readonly first: number; readonly last: number } | 'ipv6';

/**
 * Reads a CIDR block; null when it is none. Bits of the host part are ignored, as EC2 does.
 *
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html (read 2026-11-24)
 * @example parseCidr('10.0.1.0/24') // => { first: 167772416, last: 167772671 }
 */
export function parseCidr(text: string): Block | null {
  const trimmed = text.trim();
  if (trimmed.includes(':')) return isIpv6Block(trimmed) ? 'ipv6' : null;
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(trimmed);
  if (match === null) return null;
  const numbers = match.slice(1).map(Number);
  const length = numbers.pop() ?? 0;
  if (length > 32 || numbers.some((octet) => octet > 255)) return null;
  const address = numbers.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - length);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

/**
 * True for an IPv6 address with a prefix length: up to eight groups, or fewer with one `::` in the place of the zeros.
 *
 * @source https://www.rfc-editor.org/rfc/rfc4291#section-2.2 (read 2026-11-24)
 */
function isIpv6Block(text: string): boolean {
  const [address = '', length = '', ...more] = text.split('/');
  if (more.length > 0 || !/^(?:\d|[1-9]\d|1[01]\d|12[0-8])$/.test(length)) return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const dotted = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(groups.at(-1) ?? '');
  const size = groups.length + (dotted ? 1 : 0);
  const written = dotted ? groups.slice(0, -1) : groups;
  return written.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? size < 8 : size === 8);
}

/** How much of a range of addresses some blocks hold together. */
export function coverage(target: string, cidrs: readonly string[]): 'all' | 'some' | 'none' {
  const whole = parseCidr(target);
  if (whole === null || whole === 'ipv6') return 'none';
  const blocks = cidrs
    .map(parseCidr)
    .filter((block) => block !== null && block !== 'ipv6')
    .filter(({ first, last }) => last >= whole.first && first <= whole.last)
    .toSorted((a, b) => a.first - b.first);
  let next = whole.first;
  for (const { first, last } of blocks) {
    if (first > next) return 'some';
    next = Math.max(next, last + 1);
  }
  if (next > whole.last) return 'all';
  return blocks.length > 0 ? 'some' : 'none';
}

/** The nth address of a block in dotted form; an empty text for anything but an IPv4 block. */
export function addressIn(cidr: string, position: number): string {
  const block = parseCidr(cidr);
  return block === null || block === 'ipv6' ? '' : dotted(block.first + position);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/**
 * One of the blocks of a prefix length that a block holds, counted from 0; null when it holds no such block.
 *
 * @example blockWithin('10.0.0.0/16', 24, 1) // => '10.0.1.0/24'
 */
export function blockWithin(cidr: string, length: number, index: number): string | null {
  const whole = parseCidr(cidr);
  if (whole === null || whole === 'ipv6' || !(length >= 0 && length <= 32 && index >= 0)) return null;
  const size = 2 ** (32 - length);
  const first = whole.first + index * size;
  return Number.isInteger(first) && first + size - 1 <= whole.last ? `${dotted(first)}/${length}` : null;
}

/** True when both are the same range of IPv4 addresses. */
export function isSameBlock(one: string, other: string): boolean {
  const [first, second] = [parseCidr(one), parseCidr(other)];
  if (first === null || second === null || first === 'ipv6' || second === 'ipv6') return false;
  return first.first === second.first && first.last === second.last;
}
