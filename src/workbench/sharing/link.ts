import { maxFragmentLength, pack, unpack } from './packed.ts';

/** What came of reading a fragment. `none`: it carries nothing of this kind. */
export type ReadFragment<T> =
  | { readonly kind: 'shared'; readonly shared: T }
  | { readonly kind: 'none' | 'too-long' | 'damaged' };

/** Links that carry one kind of thing in the fragment of the address, where no server sees it. */
export interface LinkKind<T> {
  /** The fragment that carries it. It may be longer than `maxFragmentLength`; that is for the caller to say. */
  write(shared: T): Promise<string>;
  /** Reads a fragment as something that anybody may have written: never throws, never unpacks more than a text can need. */
  read(fragment: string): Promise<ReadFragment<T>>;
}

/** Links of which `name` stands before what they carry. `take` gives null for what is not of the kind. */
export function linkKind<T>(name: string, take: (value: unknown) => T | null): LinkKind<T> {
  const mark = `#${name}=`;
  return {
    write: async (shared) => mark + (await pack(shared)),
    async read(fragment) {
      if (!fragment.startsWith(mark)) return { kind: 'none' };
      if (fragment.length > maxFragmentLength) return { kind: 'too-long' };
      const shared = take(await unpack(fragment.slice(mark.length)));
      return shared === null ? { kind: 'damaged' } : { kind: 'shared', shared };
    },
  };
}
