import { numbersOf, type Patch, paintingOf, patchesOf } from './paint.ts';
import {
  applyEdits,
  type Edit,
  type EditorEvents,
  type EditorPort,
  type Keys,
  type Marker,
  type Place,
  type Span,
  smallestEdit,
} from './port.ts';
import { letTabLeave } from './tab.ts';

/** One file's sheet as the server wrote it: the text area over its painted copy, line numbers beside them, all in one box that scrolls. */
export interface Sheet {
  readonly file: string;
  /** What is hidden while another file is shown. */
  readonly box: HTMLElement;
  readonly scroller: HTMLElement;
  readonly area: HTMLTextAreaElement;
  readonly paint: HTMLElement;
  readonly lines: HTMLElement;
}

/** The adapter that is always there: phones, screen readers, and everybody before the rich editor has come. */
export function openTextareaEditor(
  sheets: readonly Sheet[],
  shownFirst: string,
  events: EditorEvents,
  keys: Keys,
): EditorPort {
  let shown = shownFirst;
  let markers: readonly Marker[] = [];
  let washed: readonly Span[] = [];
  const closing = new AbortController();
  const { signal } = closing;

  const sheetOf = (file: string): Sheet => {
    const found = sheets.find((sheet) => sheet.file === file) ?? sheets[0];
    if (found === undefined) throw new Error('An exercise has at least one file.');
    return found;
  };
  let isPainted = true;
  const paint = (sheet: Sheet): void => {
    paintSheet(sheet, markers, washed);
    const paintsAll = sheets.every(({ area }) => paintingOf(area.value) === 'painted');
    if (paintsAll !== isPainted) events.painted?.(paintsAll);
    isPainted = paintsAll;
  };
  const show = (file: string): void => {
    shown = sheetOf(file).file;
    for (const { box, file: name } of sheets) box.hidden = name !== shown;
    events.moved();
  };

  for (const sheet of sheets) {
    const changed = (): void => {
      paint(sheet);
      events.changed();
    };
    sheet.area.addEventListener('input', changed, { signal });
    sheet.area.addEventListener('selectionchange', () => sheet.file === shown && events.moved(), { signal });
    sheet.area.addEventListener('paste', (event) => makeRoom(sheet.area, event), { signal });
    letTabLeave(sheet.area, keys, (outdent) => indent(sheet.area, outdent), signal);
    paint(sheet);
  }
  show(shown);

  return {
    kind: 'plain',
    text: (file) => sheetOf(file).area.value,
    edit: (file, edits) => editArea(sheetOf(file).area, edits),
    show,
    place: () => placeIn(sheetOf(shown)),
    reveal(span, { focus }) {
      show(span.file);
      revealIn(sheetOf(span.file), span, focus);
    },
    mark(next) {
      markers = next;
      for (const sheet of sheets) paint(sheet);
    },
    wash(next) {
      if (next.length === 0 && washed.length === 0) return;
      washed = next;
      for (const sheet of sheets) paint(sheet);
    },
    focus: () => sheetOf(shown).area.focus(),
    hasFocus: () => sheets.some(({ area }) => area === document.activeElement),
    dispose() {
      closing.abort();
      if (!isPainted) events.painted?.(true);
      for (const { box } of sheets) box.hidden = true;
    },
  };
}

function paintSheet(sheet: Sheet, markers: readonly Marker[], washed: readonly Span[]): void {
  const { area, paint, lines, file, box } = sheet;
  const isBare = paintingOf(area.value) === 'bare';
  const carried = isBare === box.hasAttribute('data-bare') ? null : scrolledTo(sheet);
  box.toggleAttribute('data-bare', isBare);
  const patches = patchesOf(area.value, file, markers, washed);
  const isPlain = patches.every(({ classes }) => classes === '') && paint.childElementCount === 0;
  // To lay out a long text anew takes seconds.
  if (!isPlain || paint.textContent !== area.value + lastLine) {
    paint.replaceChildren(...patches.map(patchNode), lastLine);
  }
  if (!isBare) numberLines(lines, numbersOf(area.value, file, markers));
  if (carried !== null) scrollerOf(sheet).scrollTo({ ...carried, behavior: 'instant' });
}

/** A bare text area scrolls by itself. */
function scrollerOf({ box, area, scroller }: Sheet): HTMLElement {
  return box.hasAttribute('data-bare') ? area : scroller;
}

function scrolledTo(sheet: Sheet): { readonly top: number; readonly left: number } {
  const { scrollTop: top, scrollLeft: left } = scrollerOf(sheet);
  return { top, left };
}

/** A last line that is empty has no height of its own. */
const lastLine = '\n';

function patchNode({ text, classes }: Patch): Node | string {
  if (classes === '') return text;
  const patch = document.createElement('span');
  patch.className = classes;
  patch.textContent = text;
  return patch;
}

/** What the numbers beside each text say. */
const numbered = new WeakMap<HTMLElement, string>();

function numberLines(lines: HTMLElement, numbers: readonly (Marker['severity'] | null)[]): void {
  const wanted = numbers.join();
  if (numbered.get(lines) === wanted) return;
  numbered.set(lines, wanted);
  lines.replaceChildren(
    ...numbers.map((severity, index) => {
      const line = document.createElement('span');
      line.textContent = String(index + 1);
      if (severity !== null) line.className = `n-${severity}`;
      return line;
    }),
  );
}

function placeIn(sheet: Sheet): Place {
  const { area, file } = sheet;
  const scroller = scrollerOf(sheet);
  return {
    file,
    start: area.selectionStart,
    end: area.selectionEnd,
    scrollTop: scroller.scrollTop,
    scrollLeft: scroller.scrollLeft,
  };
}

function revealIn(sheet: Sheet, { start, end }: Span, focus: boolean): void {
  const { area } = sheet;
  const scroller = scrollerOf(sheet);
  if (focus) area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
  const line = area.value.slice(0, start).split('\n').length - 1;
  const top = line * lineHeight;
  const isSeen =
    top > scroller.scrollTop + lineHeight && top < scroller.scrollTop + scroller.clientHeight - 2 * lineHeight;
  if (!isSeen) scroller.scrollTop = Math.max(0, top - scroller.clientHeight / 3);
  scroller.scrollLeft = 0;
}

/** Lines that a browser types in, or over, without a pause; Chromium's time grows with their square, to half a minute for five thousand. */
const typedLines = 300;

const isTypedSoon = (text: string): boolean => text.split('\n', typedLines).length < typedLines;

/** Types the edits in, so that the browser's own undo takes them back; where it cannot, or not in time, they are set. */
function editArea(area: HTMLTextAreaElement, edits: readonly Edit[]): void {
  const before = area.value;
  const whole = smallestEdit(before, applyEdits(before, edits));
  if (whole.start === whole.end && whole.text === '') return;
  area.focus({ preventScroll: true });
  area.setSelectionRange(whole.start, whole.end);
  const typed = isTypedSoon(whole.text) && isTypedSoon(before.slice(whole.start, whole.end)) && typeIn(whole.text);
  if (!typed || area.value === before) {
    area.setRangeText(whole.text, whole.start, whole.end, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** Chromium takes five seconds to paste twenty thousand lines over a selection, and one to paste them where nothing is selected. */
function makeRoom(area: HTMLTextAreaElement, { clipboardData }: ClipboardEvent): void {
  const pasted = clipboardData?.getData('text/plain') ?? '';
  if (area.selectionStart < area.selectionEnd && paintingOf(pasted) !== 'painted') document.execCommand('delete');
}

function typeIn(text: string): boolean {
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
}

const unit = '  ';

/** Indents the lines of the selection, or types two blanks; `outdent` takes up to two blanks from each line. */
function indent(area: HTMLTextAreaElement, outdent: boolean): void {
  const { value, selectionStart: start, selectionEnd: end } = area;
  if (!outdent && start === end) {
    editArea(area, [{ start, end, text: unit }]);
    return;
  }
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const lines = value.slice(from, end).split('\n');
  const changed = lines.map((line) => (outdent ? line.replace(/^ {1,2}/, '') : unit + line));
  editArea(area, [{ start: from, end, text: changed.join('\n') }]);
  const grown = changed.join('\n').length - (end - from);
  area.setSelectionRange(Math.max(from, start + (changed[0] ?? '').length - (lines[0] ?? '').length), end + grown);
}
