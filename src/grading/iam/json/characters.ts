/** Characters that JSON counts as white space. @source https://www.rfc-editor.org/rfc/rfc8259#section-2 (read 2026-11-24) */
export function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

/** The code unit U+FEFF, a byte order mark at the start of a text. */
export const byteOrderMark = String.fromCharCode(0xfeff);

/** Spaces that look like one, or like nothing, and are none to JSON: no-break, typographic, ideographic and zero-width ones. */
export function isOddSpace(character: string | undefined): boolean {
  if (character === undefined) return false;
  const unit = character.charCodeAt(0);
  if (unit === 0xa0 || unit === 0x0b || unit === 0x0c || unit === 0x85) return true;
  if (unit >= 0x2000 && unit <= 0x200f) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x2060, 0x3000, 0xad, 0xfeff].includes(unit);
}

/** True for the odd spaces without any width: taking them out changes nothing that can be seen. */
export function isInvisible(character: string): boolean {
  const unit = character.charCodeAt(0);
  return (unit >= 0x200b && unit <= 0x200f) || unit === 0x2060 || unit === 0xfeff || unit === 0xad;
}

/** Typographic double quotes, and the full-width one. */
export function isCurlyQuote(character: string | undefined): boolean {
  return character?.length === 1 && '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02'.includes(character);
}

/** Straight and typographic single quotes, and the backtick. */
export function isSingleQuote(character: string | undefined): boolean {
  return character?.length === 1 && "'`\u2018\u2019\u201a\u2032\uff07".includes(character);
}

const fullWidth: ReadonlyMap<string, string> = new Map([
  ['\uff1a', ':'],
  ['\uff0c', ','],
  ['\u3001', ','],
  ['\uff5b', '{'],
  ['\uff5d', '}'],
  ['\uff3b', '['],
  ['\uff3d', ']'],
]);

/** The JSON punctuation that a full-width sign stands for, or undefined. */
export function narrowed(character: string): string | undefined {
  return fullWidth.get(character);
}

/** True for what a bare word is made of: a key or value without quotes. */
export function isWordUnit(character: string | undefined): boolean {
  if (character === undefined) return false;
  return /[\w$.*/@-]/.test(character);
}
