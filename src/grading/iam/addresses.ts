/** A block of IP addresses: the family's width in bits, the first address, and how many leading bits count. */
export interface AddressBlock {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefix: number;
}

/** Reads an IPv4 or IPv6 address with or without a prefix length; null when it is none. */
export function parseBlock(text: string): AddressBlock | null {
  const slash = text.indexOf('/');
  const address = slash === -1 ? text : text.slice(0, slash);
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 32 ? parseIpv4(address) : parseIpv6(address);
  const prefix = slash === -1 ? String(bits) : text.slice(slash + 1);
  if (value === null || !/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return null;
  return { bits, value, prefix: Number(prefix) };
}

/** True when the block holds the whole of the other one; never across families. */
export function blockHolds(block: AddressBlock, other: AddressBlock): boolean {
  if (block.bits !== other.bits || other.prefix < block.prefix) return false;
  const shift = BigInt(block.bits - block.prefix);
  return block.value >> shift === other.value >> shift;
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.', 5);
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | null {
  if (text.length > 45) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(groupsOf);
  if (head === null || head === undefined || tail === null) return null;
  const known = head.length + (tail?.length ?? 0);
  if (halves.length === 1 ? known !== 8 : known > 7) return null;
  const groups = [...head, ...Array<bigint>(8 - known).fill(0n), ...(tail ?? [])];
  return groups.reduce((sum, group) => sum * 65_536n + group, 0n);
}

function groupsOf(text: string): readonly bigint[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  if (last.includes('.')) {
    const value = parseIpv4(last);
    if (value === null) return null;
    parts.splice(-1, 1, (value >> 16n).toString(16), (value & 65_535n).toString(16));
  }
  return parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part)) ? parts.map((part) => BigInt(`0x${part}`)) : null;
}

/** The block as its first address and prefix when it is written with bits after the prefix; null when it has none. */
export function networkOf({ bits, value, prefix }: AddressBlock): string | null {
  const shift = BigInt(bits - prefix);
  const first = (value >> shift) << shift;
  if (first === value) return null;
  return `${bits === 32 ? writeIpv4(first) : writeIpv6(first)}/${prefix}`;
}

function writeIpv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
}

/** Groups without leading zeros, those at the end that are zero as `::`. */
function writeIpv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 65_535n);
  const used = groups.findLastIndex((group) => group !== 0n) + 1;
  const head = groups.slice(0, used).map((group) => group.toString(16));
  return used > 6 ? groups.map((group) => group.toString(16)).join(':') : `${head.join(':')}::`;
}
