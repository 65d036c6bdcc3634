/** What a stretch of printed text is, not how it looks. */
export type Style = 'good' | 'bad' | 'caution' | 'quiet' | 'strong';

/** Gives a stretch of text its look. */
export type Paint = (style: Style, text: string) => string;

const escapes: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  good: [32, 39],
  bad: [31, 39],
  caution: [33, 39],
  quiet: [2, 22],
  strong: [1, 22],
};

/** Colours for a terminal that shows them. */
export const colours: Paint = (style, text) => {
  const [on, off] = escapes[style];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Plain text for a file or another program. */
export const noColours: Paint = (_, text) => text;

const controls = /\p{Cc}/gu;

/**
 * Text that cannot steer the terminal: control characters, of which a learner's file may hold any, become their pictures.
 *
 * @example printable('a\u001b[2J') // => 'a␛[2J'
 */
export function printable(text: string): string {
  return text.replace(controls, (control) => {
    const code = control.charCodeAt(0);
    if (control === '\t') return ' ';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '␡' : '�';
  });
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

/** How many columns a terminal gives a text: two for a character of full width. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

/**
 * Breaks a text into lines of at most `columns`, at spaces. A word that is longer stands on a line of its own, whole, so that an
 * address can still be followed.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
