/** One thing that can be found. */
export interface SearchEntry {
  /** What kind of thing it is, in words. */
  readonly kind: string;
  readonly title: string;
  /** The lesson it stands in, or nothing. */
  readonly place: string;
  readonly text: string;
  readonly address: string;
}
