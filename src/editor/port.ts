/** Offsets into one file, in UTF-16 code units from 0, half-open; the file's line ends are LF. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** What stands in a stretch of a text from now on. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A quick fix: edits of one or several files that belong together. */
export interface Mend {
  readonly title: string;
  readonly edits: readonly (Edit & { readonly file: string })[];
}

/** Something to underline, and what to say there. */
export interface Marker extends Span {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** More words, shown where there is room: why, and what to try. */
  readonly more: readonly string[];
  readonly code: string;
  readonly source: string;
  readonly fixes: readonly Mend[];
}

/** One thing that may be written. A snippet has `${1:name}` to fill in. */
export interface Suggestion {
  readonly kind: string;
  readonly label: string;
  readonly insert: string;
  readonly isSnippet: boolean;
  readonly about: readonly string[];
}

/** What may be written instead of `[start, end)`. */
export interface Suggestions {
  readonly start: number;
  readonly end: number;
  readonly offers: readonly Suggestion[];
}

/** What a text's language has to say of its places. Null where that is nothing, or no answer came in time. Never rejects. */
export interface TextLanguage {
  complete(file: string, text: string, offset: number, signal: AbortSignal): Promise<Suggestions | null>;
  hover(
    file: string,
    text: string,
    offset: number,
    signal: AbortSignal,
  ): Promise<{ readonly start: number; readonly end: number; readonly about: readonly string[] } | null>;
}

/** Where one is in the text. A scroll position is in pixels. */
export interface Place extends Span {
  readonly scrollTop: number;
  readonly scrollLeft: number;
}

/** What an editor tells the bench. */
export interface EditorEvents {
  /** The learner, or an edit, changed a text. */
  changed(): void;
  /** The caret moved, or another file is shown. */
  moved(): void;
  /** Whether all that is marked can be seen; a text area leaves colours and underlines out where a text is very long. */
  painted?(isPainted: boolean): void;
}

/** What the editors ask about keys. */
export interface Keys {
  /** Whether Tab indents; asked at each press. */
  tabIndents(): boolean;
}

/**
 * A text editor over the files of one exercise, one of which is shown. Two adapters keep to it: the page's own text areas and
 * Monaco. Every promise below holds for both.
 */
export interface EditorPort {
  readonly kind: 'plain' | 'rich';
  text(file: string): string;
  /** Makes edits as one step that the editor's undo takes back; offsets are those of the text before. */
  edit(file: string, edits: readonly Edit[]): void;
  show(file: string): void;
  place(): Place;
  /** Shows the file, scrolls there and selects it; with `focus` the keyboard follows. */
  reveal(span: Span, options: { readonly focus: boolean }): void;
  /** Underlines; replaces what was underlined. */
  mark(markers: readonly Marker[]): void;
  /** Washes quietly behind the texts that decide; replaces what was washed. */
  wash(spans: readonly Span[]): void;
  focus(): void;
  hasFocus(): boolean;
  dispose(): void;
}

/** Applies edits that do not overlap to a text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((whole, { start, end, text: inserted }) => whole.slice(0, start) + inserted + whole.slice(end), text);
}

/** The smallest single edit that turns one text into another. */
export function smallestEdit(before: string, after: string): Edit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < limit - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
