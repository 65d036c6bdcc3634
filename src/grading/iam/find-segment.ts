/** `*`: any run of characters, also none. */
export const anyRun = -1;
/** `?`: exactly one character. */
export const anyOne = -2;

/** Whether a token takes in a unit of the text; a `*` in the text, which is then a pattern itself, no single token takes in. */
function takesIn(token: number | undefined, unit: number | undefined): boolean {
  return token === unit || (token === anyOne && unit !== anyRun);
}

/** True when the segment, which has no `*`, fits the text at a place. */
export function fitsAt(segment: readonly number[], text: readonly number[], place: number): boolean {
  for (let at = 0; at < segment.length; at++) {
    if (!takesIn(segment[at], text[place + at])) return false;
  }
  return true;
}

/**
 * The first place, from one on, where a segment without `*` fits the text; -1 when there is none. Tried place by place, as most texts need
 * no more; a text that makes this slow (`aaaa…` for `aaa…b`) is searched by a method whose time it cannot stretch.
 */
export function findSegment(segment: readonly number[], text: readonly number[], from: number): number {
  const last = text.length - segment.length;
  let patience = 8 * segment.length;
  for (let place = from; place <= last; place++) {
    let length = 0;
    while (length < segment.length && takesIn(segment[length], text[place + length])) length += 1;
    if (length === segment.length) return place;
    patience -= length;
    if (patience < 0)
      return segment.includes(anyOne) ? findByBits(segment, text, place) : findByBorders(segment, text, place);
  }
  return -1;
}

/** For segments of plain characters: linear, as after a mismatch it goes on with the longest border of what did fit (Knuth, Morris, Pratt). */
function findByBorders(segment: readonly number[], text: readonly number[], from: number): number {
  const borders = bordersOf(segment);
  let length = 0;
  for (let at = from; at < text.length; at++) {
    while (length > 0 && segment[length] !== text[at]) length = borders[length - 1] ?? 0;
    if (segment[length] === text[at]) length += 1;
    if (length === segment.length) return at - length + 1;
  }
  return -1;
}

/** For each beginning of the segment the length of its longest proper border: what both begins and ends it. */
function bordersOf(segment: readonly number[]): Int32Array {
  const borders = new Int32Array(segment.length);
  let length = 0;
  for (let at = 1; at < segment.length; at++) {
    while (length > 0 && segment[length] !== segment[at]) length = borders[length - 1] ?? 0;
    if (segment[length] === segment[at]) length += 1;
    borders[at] = length;
  }
  return borders;
}

/**
 * For segments with `?`, where borders do not help: one bit for each beginning of the segment that fits up to here, 32 of them in one
 * operation (Baeza-Yates, Gonnet).
 */
function findByBits(segment: readonly number[], text: readonly number[], from: number): number {
  const words = Math.ceil(segment.length / 32);
  const masks = masksOf(segment, words);
  const none = new Int32Array(words);
  const wild = masks.get(anyOne) ?? none;
  const state = new Int32Array(words);
  const goal = 1 << ((segment.length - 1) & 31);
  const final = words - 1;
  for (let at = from; at < text.length; at++) {
    const unit = text[at] ?? anyRun;
    const mask = unit === anyRun ? none : (masks.get(unit) ?? wild);
    // A beginning grows by one character at a time, so the words behind this one are still empty.
    const reached = Math.min(final, (at - from) >> 5);
    let carry = 1;
    for (let word = 0; word <= reached; word++) {
      const bits = state[word] as number;
      state[word] = ((bits << 1) | carry) & (mask[word] as number);
      carry = bits >>> 31;
    }
    if (((state[final] as number) & goal) !== 0) return at - segment.length + 1;
  }
  return -1;
}

/** For each character of the segment the places that take it in, a bit for each; under `anyOne` those that take in every other one. */
function masksOf(segment: readonly number[], words: number): ReadonlyMap<number, Int32Array> {
  const wild = new Int32Array(words);
  for (const [at, token] of segment.entries()) if (token === anyOne) setBit(wild, at);
  const masks = new Map([[anyOne, wild]]);
  for (const [at, token] of segment.entries()) {
    if (token === anyOne) continue;
    const mask = masks.get(token) ?? wild.slice();
    setBit(mask, at);
    masks.set(token, mask);
  }
  return masks;
}

function setBit(mask: Int32Array, at: number): void {
  mask[at >> 5] = (mask[at >> 5] ?? 0) | (1 << (at & 31));
}
