/** A stretch of a log line: where it may break after it, and whether it must stay in one piece. */
export interface Stretch {
  readonly text: string;
  /** A name with hyphens, such as `ap-northeast-1`, which would read as another name when broken. */
  readonly whole: boolean;
  readonly mayBreakAfter: boolean;
}

const hyphenated = /^\w+(?:-\w+)+$/;
const longestWhole = 32;

/**
 * Cuts a line of a log where it may be broken: after the dots and slashes of an address, never inside a hyphenated name.
 *
 * @example stretchesOf('ecr.ap-northeast-1.x') // texts 'ecr.', 'ap-northeast-1', '.', 'x'
 */
export function stretchesOf(line: string): readonly Stretch[] {
  return line
    .split(/(\w+(?:-\w+)+)|(?<=[./])(?=\w)/)
    .filter((text) => text !== undefined && text !== '')
    .map((text) => ({
      text,
      whole: hyphenated.test(text) && text.length <= longestWhole,
      mayBreakAfter: /[./]$/.test(text),
    }));
}
