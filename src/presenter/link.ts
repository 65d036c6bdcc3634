import { fits as isWord } from './link.schema.json?fits';

/**
 * What the windows of a presentation say to each other. `at`: the stage stands here; `anchor` is the id of the heading or exercise of the
 * lesson that it speaks of, empty at the beginning. `ask`: the notes window asks where. `wish` and `go`: it
 * asks for a move. `rest`: a break until then, in milliseconds since 1970; 0 ends it.
 */
export type LinkWord =
  | {
      readonly kind: 'at';
      readonly lesson: string;
      readonly anchor: string;
      readonly slide: number;
      readonly step: number;
    }
  | { readonly kind: 'ask' }
  | { readonly kind: 'wish'; readonly wish: 'next' | 'previous' | 'first' | 'last' | 'black' }
  | { readonly kind: 'go'; readonly slide: number }
  | { readonly kind: 'rest'; readonly until: number };

/** A line between the windows of one presentation, and to the board of a class in the same browser. */
export interface Link {
  say(word: LinkWord): void;
  close(): void;
}

/** How often the notes window asks, and after how long a silence the other side counts as gone. */
export const askEveryMs = 500;
export const goneAfterMs = 1600;

/** The line between the windows of this browser. What does not fit its shape is passed over. */
export function openLink(hear: (word: LinkWord) => void, name = 'fargate-tips/present'): Link {
  if (typeof BroadcastChannel === 'undefined') return { say: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => {
    const word = readWord(data);
    if (word !== null) hear(word);
  });
  return { say: (word) => channel.postMessage({ v: 1, ...word }), close: () => channel.close() };
}

/** The keys that a word of each kind must have, beside those of all. */
const needs: Readonly<Record<LinkWord['kind'], readonly string[]>> = {
  at: ['lesson', 'anchor', 'slide', 'step'],
  ask: [],
  wish: ['wish'],
  go: ['slide'],
  rest: ['until'],
};

/** A word that came from elsewhere, if it is one. */
export function readWord(from: unknown): LinkWord | null {
  if (!isWord(from)) return null;
  const word = from as LinkWord;
  return needs[word.kind].every((key) => Object.hasOwn(word, key)) ? word : null;
}
