const token =
  /[ \t\r\n]*(?:([{}[\],:])|(")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b|$)/y;
const space = /[ \t\r\n]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = 'value' | 'item' | 'key' | 'first-key' | 'colon' | 'next';

/**
 * The offset at which a text stops being JSON, or null when it is JSON. `JSON.parse` tells the place for some faults only.
 *
 * @example findJsonFault('{"id": }') // => 7
 */
export function findJsonFault(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    const start = skipSpace(text, offset);
    token.lastIndex = offset;
    const found = token.exec(text);
    const [, mark = '', quote = ''] = found ?? [];
    const end = quote === '' ? token.lastIndex : endOfString(text, token.lastIndex);
    if (found === null || end === null) return start;
    offset = end;
    if (start === text.length) return expected === 'next' && open.length === 0 ? null : start;
    const after = step(expected, mark, quote !== '', open);
    if (after === null) return start;
    expected = after;
  }
}

/** What may follow a token, or null where the token may not stand. Keeps `open`, the brackets not closed yet, up to date. */
function step(expected: Expected, mark: string, isString: boolean, open: ('{' | '[')[]): Expected | null {
  const closes = (mark === '}' || mark === ']') && open.at(-1) === (mark === '}' ? '{' : '[');
  const mayClose =
    expected === 'next' || (expected === 'item' && mark === ']') || (expected === 'first-key' && mark === '}');
  if (closes && mayClose) {
    open.pop();
    return 'next';
  }
  if (expected === 'colon') return mark === ':' ? 'value' : null;
  if (expected === 'key' || expected === 'first-key') return isString ? 'colon' : null;
  if (expected === 'next') return mark === ',' && open.length > 0 ? (open.at(-1) === '{' ? 'key' : 'value') : null;
  if (mark === '') return 'next';
  if (mark !== '{' && mark !== '[') return null;
  open.push(mark);
  return mark === '{' ? 'first-key' : 'item';
}

/** Where a string that has begun ends, behind its quote; null when it does not. Character by character: strings may be megabytes long. */
function endOfString(text: string, from: number): number | null {
  let offset = from;
  while (offset < text.length && text[offset] !== '"') {
    if (text.charCodeAt(offset) < 0x20) return null;
    escaped.lastIndex = offset;
    if (text[offset] !== '\\') offset++;
    else if (escaped.test(text)) offset = escaped.lastIndex;
    else return null;
  }
  return offset < text.length ? offset + 1 : null;
}

function skipSpace(text: string, offset: number): number {
  space.lastIndex = offset;
  space.exec(text);
  return space.lastIndex;
}
