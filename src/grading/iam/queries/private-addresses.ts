import { type AddressBlock, blockHolds, parseBlock } from '../addresses.ts';
import type { PolicyDocument } from '../document.ts';
import { linesIn, type ReadLine } from './lines.ts';

/** Ranges that no request from the internet comes from. @source https://www.rfc-editor.org/rfc/rfc1918 (read 2026-11-24) */
const privateBlocks: readonly AddressBlock[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseBlock(text) ?? [],
);

/** A comparison of `aws:SourceIp` with its private addresses. */
export interface SourceAddresses extends ReadLine {
  readonly privates: ReadLine['values'];
}

/** The lines that compare `aws:SourceIp` with at least one private address. */
export function* privateSourcesIn(document: PolicyDocument, negated: boolean): Generator<SourceAddresses> {
  for (const line of linesIn(document)) {
    const { fact } = line.read;
    if (fact.family !== 'IpAddress' || fact.negated !== negated) continue;
    if (line.key.value.toLowerCase() !== 'aws:sourceip') continue;
    const privates = line.values.filter(({ text }) => isPrivate(text));
    if (privates.length > 0) yield { ...line, privates };
  }
}

/** True for an address or range that is private as a whole. */
export function isPrivate(text: string): boolean {
  const block = parseBlock(text);
  return block !== null && privateBlocks.some((each) => blockHolds(each, block));
}
