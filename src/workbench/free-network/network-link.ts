import { maxFragmentLength, pack, unpack } from '../free/packed.ts';
import { type Needs, readNeeds } from './needs.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** What a link carries. */
export interface SharedNetwork {
  readonly text: string;
  readonly needs: Needs;
}

const mark = '#network=';

/** The fragment that carries endpoints and needs. It may be longer than a link should be; that is for the caller to say. */
export async function writeNetworkFragment({ text, needs }: SharedNetwork): Promise<string> {
  return mark + (await pack({ text, needs }));
}

/** Reads a fragment as something that anybody may have written; never throws. `none`: it carries nothing of ours. */
export async function readNetworkFragment(
  fragment: string,
): Promise<
  { readonly kind: 'network'; readonly network: SharedNetwork } | { readonly kind: 'none' | 'too-long' | 'damaged' }
> {
  if (!fragment.startsWith(mark)) return { kind: 'none' };
  if (fragment.length > maxFragmentLength) return { kind: 'too-long' };
  const shared = await unpack(fragment.slice(mark.length));
  if (!isShared(shared)) return { kind: 'damaged' };
  const { text, needs: written } = shared as { readonly text: string; readonly needs: unknown };
  const needs = readNeeds(written);
  return needs === null ? { kind: 'damaged' } : { kind: 'network', network: { text, needs } };
}
