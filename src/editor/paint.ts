import type { Marker, Span } from './port.ts';
import { tokensOf } from './tokens.ts';

/** Beyond this many characters the text is shown plain: painting at each key would be felt. */
const paintedLength = 20_000;

/** Beyond this many characters there is no copy to paint on either: to lay that out at each key would be felt, too. */
const copiedLength = 50_000;

/** How much of the text its copy shows: colours and underlines; the text alone; or nothing, and the text area shows itself. */
export function paintingOf(text: string): 'painted' | 'plain' | 'bare' {
  if (text.length <= paintedLength) return 'painted';
  return text.length <= copiedLength ? 'plain' : 'bare';
}

/** A stretch of the text that looks the same throughout; `classes` may be empty. */
export interface Patch {
  readonly text: string;
  readonly classes: string;
}

/** The text cut into patches of one look: colours, underlines and washes laid over each other. */
export function patchesOf(
  text: string,
  file: string,
  markers: readonly Marker[],
  washed: readonly Span[],
): readonly Patch[] {
  if (paintingOf(text) !== 'painted') return [{ text, classes: '' }];
  const layers = [
    ...tokensOf(text, file).map(({ start, end, kind }) => ({ start, end, look: kind === null ? '' : `code-${kind}` })),
    ...washed.filter((span) => span.file === file).map(({ start, end }) => ({ start, end, look: 'm-wash' })),
    ...markers
      .filter((marker) => marker.file === file)
      .flatMap(({ start, end, severity }) => linesOf(text, visible(text, start, end), `m-${severity}`)),
  ];
  return cut(text, layers);
}

/** Beyond this many lines there are no numbers: a text of a megabyte may have as many lines as characters. */
const numberedLines = 5_000;

/** For each line of a text what its number says: the worst of the markers that begin there, or null. One pass over both. */
export function numbersOf(
  text: string,
  file: string,
  markers: readonly Marker[],
): readonly (Marker['severity'] | null)[] {
  const coming = markers.filter((marker) => marker.file === file).toSorted((a, b) => b.start - a.start);
  const numbers: (Marker['severity'] | null)[] = [];
  for (let start = 0; start <= text.length && numbers.length < numberedLines; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const here = new Set<Marker['severity']>();
    for (let next = coming.at(-1); next !== undefined && next.start <= end; next = coming.at(-1)) {
      here.add(next.severity);
      coming.pop();
    }
    numbers.push((['error', 'warning', 'info'] as const).find((severity) => here.has(severity)) ?? null);
    start = end + 1;
  }
  return numbers;
}

/** Where something is missing there is nothing to underline; then its neighbour is. */
function visible(text: string, start: number, end: number): { start: number; end: number } {
  if (end > start) return { start, end };
  return start < text.length && text[start] !== '\n'
    ? { start, end: start + 1 }
    : { start: Math.max(0, start - 1), end: start };
}

/** One layer for each line of a stretch, without the blanks around it; blanks alone are underlined as they are. */
function linesOf(text: string, { start, end }: { start: number; end: number }, look: string): readonly Layer[] {
  const lines = [...text.slice(start, end).matchAll(/\S(?:[^\n]*\S)?/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    look,
  }));
  return lines.length > 0 ? lines : [{ start, end, look }];
}

interface Layer {
  readonly start: number;
  readonly end: number;
  readonly look: string;
}

function cut(text: string, layers: readonly Layer[]): readonly Patch[] {
  const coming = layers.filter(({ start, end }) => end > start).toSorted((a, b) => b.start - a.start);
  const bounds = new Set([0, text.length, ...coming.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...bounds].filter((bound) => bound >= 0 && bound <= text.length).toSorted((a, b) => a - b);
  let active: readonly Layer[] = [];
  return sorted.slice(0, -1).map((bound, index) => {
    const begun: Layer[] = [];
    while ((coming.at(-1)?.start ?? Number.POSITIVE_INFINITY) <= bound) begun.push(...coming.splice(-1));
    active = [...active.filter(({ end }) => end > bound), ...begun];
    return {
      text: text.slice(bound, sorted[index + 1]),
      classes: [...new Set(active.map(({ look }) => look))].join(' '),
    };
  });
}
