import type { Message } from '../../messages/index.ts';

/** What an offer is, so that an editor can show it with a sign. */
export type OfferKind = 'element' | 'service' | 'action' | 'resource' | 'operator' | 'key' | 'value';

/** One thing that may be written. */
export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  /** What takes the place of what stands there; a snippet where it has `${1:name}` to fill in. */
  readonly insert: string;
  readonly isSnippet: boolean;
  readonly about: readonly Message[];
}

/** What may be written instead of `[start, end)`, best first. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly offers: readonly Offer[];
}

/** What the text at `[start, end)` means. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly about: readonly Message[];
}

/** Nothing to offer. */
export const noCompletions: Completions = { start: 0, end: 0, offers: [] };

/** An offer that is written as it is called. */
export function plain(kind: OfferKind, label: string, ...about: readonly Message[]): Offer {
  return { kind, label, insert: label, isSnippet: false, about };
}
