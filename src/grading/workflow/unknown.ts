/** Where a value that nobody can see here comes from. Secrets and variables may be given the exercise's value; the others may not. */
export type UnknownKind = 'secret' | 'variable' | 'input' | 'output' | 'command' | 'result' | 'github' | 'digest';

/** A text that holds values which are not known, each marked by a pair of private characters around its kind and name. */
export type Unknown = string;

const open = '\u{F0000}';
const close = '\u{F0001}';
const middle = '\u{F0002}';
const marker = new RegExp(`${open}([a-z]+)${middle}([^${close}]*)${close}`, 'gu');

/** A text of which only this is known: it is not empty, and where it comes from. */
export function unknown(kind: UnknownKind, name: string): Unknown {
  // No character that an image reference, a list or a shell would split at.
  return `${open}${kind}${middle}${name.replace(/[:/,@#\s"'$\\`;|&<>=]/g, '_')}${close}`;
}

/** Longest text that is followed through a run. Linux hands no longer one than twice this to a command; none in earnest comes near. */
export const maxText = 65_536;

/** The text itself, or, where it is beyond all measure, nothing but that it is there. */
export function bounded(text: string): string {
  return text.length > maxText ? unknown('result', 'a long text') : text;
}

/** The text with each unknown part replaced, for checks of form. */
export function withUnknownsAs(text: string, placeholder: string): string {
  return isUnknown(text) ? text.replace(marker, placeholder) : text;
}

/** Whether a text depends on a value that is not known. */
export function isUnknown(text: string): boolean {
  return text.includes(open);
}

/** The kinds and names of the unknown parts of a text. */
export function unknownsIn(text: string): readonly { readonly kind: UnknownKind; readonly name: string }[] {
  return Array.from(text.matchAll(marker), ([, kind = '', name = '']) => ({ kind: kind as UnknownKind, name }));
}

/** Whether all that is unknown in a text is a secret or a variable of the repository, which the exercise takes to be set right. */
export function isAssumable(text: string): boolean {
  return isUnknown(text) && unknownsIn(text).every(({ kind }) => kind === 'secret' || kind === 'variable');
}

/** Whether a text could be `expected`: its known parts occur in it in their order, and each unknown part stands for at least one character. */
export function couldBe(text: string, expected: string): boolean {
  if (!isUnknown(text)) return text === expected;
  const known = text.split(new RegExp(marker.source, 'u')).filter((_, index) => index % 3 === 0);
  const [first = '', ...rest] = known;
  if (!expected.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (index === rest.length - 1) return expected.endsWith(part) && expected.length - part.length > at;
    const next = expected.indexOf(part, at + 1);
    if (next === -1) return false;
    at = next + part.length;
  }
  return at === expected.length;
}

/** The text as people write it: unknown parts by their names. */
export function readable(text: string): string {
  return text.replace(marker, (_, kind: UnknownKind, name: string) => {
    if (kind === 'secret') return `\${{ secrets.${name} }}`;
    return kind === 'variable' ? `\${{ vars.${name} }}` : `<${name}>`;
  });
}
