import type { PolicyType, Side } from './free-desk.ts';
import { validate as isShared } from './shared.schema.json?ajv';

/** A side and its type, as a link carries them. */
export interface SharedSide extends Side {
  readonly type: PolicyType;
}

/** Characters of a fragment. Browsers take more, but chats, mails and issue trackers cut longer addresses. */
export const maxFragmentLength = 8_192;

/** What a fragment may unpack to, in bytes: far more than any policy that IAM saves, far less than what would hurt. */
const maxUnpackedBytes = 262_144;

const mark = '#policy=';

/** The fragment that carries a side. It is too long when it is longer than `maxFragmentLength`; that is for the caller to say. */
export async function writeFragment({ type, text, asks, session, keys }: SharedSide): Promise<string> {
  const packed = await through(
    new Blob([JSON.stringify({ type, text, asks, session, keys })]).stream(),
    new CompressionStream('deflate-raw'),
    Number.POSITIVE_INFINITY,
  );
  return mark + toBase64Url(packed ?? new Uint8Array());
}

/** What came of reading a fragment. `none`: it carries nothing of ours. */
export type ReadFragment =
  | { readonly kind: 'side'; readonly side: SharedSide }
  | { readonly kind: 'none' | 'too-long' | 'damaged' };

/** Reads a fragment as something that anybody may have written: never throws, never unpacks more than a policy can need. */
export async function readFragment(fragment: string): Promise<ReadFragment> {
  if (!fragment.startsWith(mark)) return { kind: 'none' };
  if (fragment.length > maxFragmentLength) return { kind: 'too-long' };
  try {
    const packed = fromBase64Url(fragment.slice(mark.length));
    const bytes = await through(new Blob([packed]).stream(), new DecompressionStream('deflate-raw'), maxUnpackedBytes);
    if (bytes === null) return { kind: 'damaged' };
    const shared: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isShared(shared) ? { kind: 'side', side: shared as SharedSide } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
}

/** All bytes that come out of a stream; null as soon as they are more than the limit. */
async function through(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  transform: CompressionStream | DecompressionStream,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = bytes.pipeThrough(transform).getReader();
  const parts: BlobPart[] = [];
  let count = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    count += value.byteLength;
    if (count > limitBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @source https://www.rfc-editor.org/rfc/rfc4648#section-5 (read 2026-11-24) */
function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
