/** The way from the top of a file to a place: names of keys, and numbers of list items from 0. */
export type Path = readonly (string | number)[];

/** What is being written at an offset. */
export interface Caret {
  /** A key beside others, the value that the path leads to, or either of the two, where nothing tells yet. */
  readonly part: 'key' | 'value' | 'either';
  /** To the mapping that a key is of; to the value itself. */
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  /** Whether the key has its colon already. */
  readonly hasColon: boolean;
  /** Inside of `[…]` or `{…}`, or in a value over several lines, of which `start` and `end` are those of one line. */
  readonly style: 'block' | 'flow' | 'lines';
}
