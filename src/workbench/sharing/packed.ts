/** Characters of a fragment. Browsers take more, but chats, mails and issue trackers cut longer addresses. */
export const maxFragmentLength = 8_192;

/** What a fragment may unpack to, in bytes: far more than any text that is shared, far less than what would hurt. */
const maxUnpackedBytes = 262_144;

/** Packs a value, so that it may stand in the fragment of an address. */
export async function pack(value: unknown): Promise<string> {
  const packed = await through(
    new Blob([JSON.stringify(value)]).stream(),
    new CompressionStream('deflate-raw'),
    Number.POSITIVE_INFINITY,
  );
  return toBase64Url(packed ?? new Uint8Array());
}

/** Unpacks what anybody may have written: never throws, never unpacks more than a text can need. Undefined where it cannot be read. */
export async function unpack(packed: string): Promise<unknown> {
  try {
    const stream = new Blob([fromBase64Url(packed)]).stream();
    const bytes = await through(stream, new DecompressionStream('deflate-raw'), maxUnpackedBytes);
    return bytes === null ? undefined : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
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
