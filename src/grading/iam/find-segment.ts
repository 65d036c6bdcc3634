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

/** Places that are tried at once. */
const placesAtOnce = 1024;

/**
 * For segments with `?`, where borders do not help: many places at once, one bit for each, of which every character of the segment takes
 * those away where the text has another one there. 32 places in one operation, and an end as soon as none is left.
 */
function findByBits(segment: readonly number[], text: readonly number[], from: number): number {
  const last = text.length - segment.length;
  for (let first = from; first <= last; first += placesAtOnce) {
    const found = firstOfPlaces(segment, text, first, Math.min(placesAtOnce, last - first + 1));
    if (found !== -1) return found;
  }
  return -1;
}

function firstOfPlaces(segment: readonly number[], text: readonly number[], first: number, count: number): number {
  const standing = placesOfUnits(segment, text, first, count + segment.length - 1);
  const places = new Int32Array(Math.ceil(count / 32)).fill(-1);
  if (count % 32 !== 0) places[places.length - 1] = (1 << (count % 32)) - 1;
  for (let at = 0; at < segment.length; at++) {
    const bits = standing.get(segment[at] as number);
    if (bits !== undefined && !keepPlaces(places, bits, at)) return -1;
  }
  const word = places.findIndex((bits) => bits !== 0);
  const bits = places[word] ?? 0;
  return first + word * 32 + (31 - Math.clz32(bits & -bits));
}

/** Keeps the places where the bit that lies `at` further is set; false when none is left. */
function keepPlaces(places: Int32Array, bits: Int32Array, at: number): boolean {
  const [skip, shift] = [at >> 5, at & 31];
  let left = 0;
  for (let word = 0; word < places.length; word++) {
    const low = (bits[word + skip] as number) >>> shift;
    const high = shift === 0 ? 0 : (bits[word + skip + 1] as number) << (32 - shift);
    const kept = (places[word] as number) & (low | high);
    places[word] = kept;
    left |= kept;
  }
  return left !== 0;
}

/** For each token of the segment, where in a stretch of the text a unit stands that it takes in, one bit a place; none for a `?` that fits everywhere. */
function placesOfUnits(
  segment: readonly number[],
  text: readonly number[],
  first: number,
  length: number,
): ReadonlyMap<number, Int32Array> {
  const words = (length >> 5) + 2;
  const standing = new Map<number, Int32Array>();
  for (const token of segment) if (!standing.has(token)) standing.set(token, new Int32Array(words));
  const wild = standing.get(anyOne);
  let isWildEverywhere = true;
  for (let at = 0; at < length; at++) {
    const unit = text[first + at] ?? anyRun;
    if (unit === anyRun) {
      isWildEverywhere = false;
      continue;
    }
    const own = unit === anyOne ? undefined : standing.get(unit);
    if (own !== undefined) setBit(own, at);
    if (wild !== undefined) setBit(wild, at);
  }
  if (isWildEverywhere) standing.delete(anyOne);
  return standing;
}

function setBit(bits: Int32Array, at: number): void {
  bits[at >> 5] = (bits[at >> 5] as number) | (1 << (at & 31));
}
