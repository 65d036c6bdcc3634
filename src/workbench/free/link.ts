import type { PolicyType, Side } from './free-desk.ts';
import { maxFragmentLength, pack, unpack } from './packed.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** A side and its type, as a link carries them. */
export interface SharedSide extends Side {
  readonly type: PolicyType;
}

export { maxFragmentLength } from './packed.ts';

const mark = '#policy=';

/** The fragment that carries a side. It is too long when it is longer than `maxFragmentLength`; that is for the caller to say. */
export async function writeFragment({ type, text, asks, session, keys }: SharedSide): Promise<string> {
  return mark + (await pack({ type, text, asks, session, keys }));
}

/** What came of reading a fragment. `none`: it carries nothing of ours. */
export type ReadFragment =
  | { readonly kind: 'side'; readonly side: SharedSide }
  | { readonly kind: 'none' | 'too-long' | 'damaged' };

/** Reads a fragment as something that anybody may have written: never throws, never unpacks more than a policy can need. */
export async function readFragment(fragment: string): Promise<ReadFragment> {
  if (!fragment.startsWith(mark)) return { kind: 'none' };
  if (fragment.length > maxFragmentLength) return { kind: 'too-long' };
  const shared = await unpack(fragment.slice(mark.length));
  return isShared(shared) ? { kind: 'side', side: shared as SharedSide } : { kind: 'damaged' };
}
