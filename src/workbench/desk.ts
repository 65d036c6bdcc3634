import {
  type EditorPort,
  loadRichEditor,
  type Marker,
  type Mend,
  openTextareaEditor,
  type Sheet,
  type Span,
} from '../editor/index.ts';
import type { Files } from '../grading/index.ts';
import type { WorkbenchWords } from '../messages/workbench.ts';
import type { BenchPage } from './bench-page.ts';
import { watchCalm } from './calm.ts';
import { find } from './dom.ts';
import type { DraftBook } from './storage/drafts.ts';
import { preferences } from './storage/preferences.ts';
import { bringTabs } from './views/tabs.ts';

/** The learner's texts and the editor they are written in: plain at first, rich once it is wanted and has come. */
export interface Desk {
  texts(): Files;
  /** Replaces all texts, as one step that the editor's undo takes back. */
  replace(files: Files): void;
  mend(fix: Mend): void;
  place(): Span;
  hasFocus(): boolean;
  focus(): void;
  reveal(span: Span, options: { readonly focus: boolean }): void;
  mark(markers: readonly Marker[]): void;
  wash(spans: readonly Span[]): void;
  kind(): EditorPort['kind'];
  /** Takes up a changed preference: the other editor, or the same with other settings. */
  refresh(): void;
  close(): void;
}

export interface DeskEvents {
  changed(): void;
  moved(): void;
  richFailed(): void;
}

const wide = '(pointer: fine) and (min-width: 900px)';

export function openDesk(
  bench: HTMLElement,
  { exercise, starter }: BenchPage,
  drafts: DraftBook,
  words: WorkbenchWords,
  events: DeskEvents,
): Desk {
  const sheets = sheetsOf(bench, exercise.files);
  const host = find(bench, '[data-rich]');
  const closing = new AbortController();
  const calm = watchCalm(bench, closing.signal);
  const keys = { tabIndents: () => preferences.read().tabIndents };
  openOnDraft(sheets, starter, drafts);
  const opened = textsOf(sheets);

  let markers: readonly Marker[] = [];
  let port: EditorPort = openTextareaEditor(sheets, exercise.files[0] ?? '', events, keys);
  const list = bench.querySelector<HTMLElement>('.bench-files');
  const tabs = list === null ? null : bringTabs(list, 'show', (file) => port.show(file));

  const texts = (): Files => Object.fromEntries(exercise.files.map((file) => [file, port.text(file)]));
  const syncSheets = (): void => {
    if (port.kind === 'plain') return;
    for (const { file, area } of sheets) area.value = port.text(file);
  };

  /** Swaps the editor in one go, so that no key falls between the two. */
  const swap = (open: (from: EditorPort, files: Files) => EditorPort): void => {
    const hadFocus = port.hasFocus();
    syncSheets();
    const before = port;
    const place = before.place();
    const next = open(before, texts());
    before.dispose();
    port = next;
    host.hidden = next.kind === 'plain';
    next.mark(markers);
    if (next.kind === 'plain') next.reveal(place, { focus: hadFocus });
    else if (hadFocus) next.focus();
  };

  const becomeRich = async (): Promise<void> => {
    const rich = await loadRichEditor();
    await calm();
    if (closing.signal.aborted || !wantsRich()) return;
    swap((from, files) => {
      host.hidden = false;
      const label = (file: string): string => words('file.label', { file });
      const { screenReader } = preferences.read();
      return rich.openMonacoEditor(
        host,
        { files, before: opened, place: from.place(), label, screenReader },
        events,
        keys,
      );
    });
  };
  const becomePlain = (): void => swap((from) => openTextareaEditor(sheets, from.place().file, events, keys));

  const upgrade = onceAtATime(async () => {
    if (port.kind === 'rich' || !wantsRich()) return;
    await becomeRich().catch(() => events.richFailed());
  });
  offerUpgrade(bench, upgrade, closing.signal);
  addEventListener(
    'beforeprint',
    () => {
      syncSheets();
      for (const { area, paint } of sheets) paint.textContent = `${area.value}\n`;
    },
    closing,
  );

  const reveal: Desk['reveal'] = (span, options) => {
    if (tabs !== null && port.place().file !== span.file) tabs.select(span.file);
    port.reveal(span, options);
  };

  return {
    texts,
    replace(files) {
      for (const file of exercise.files) {
        const [before, after] = [port.text(file), files[file] ?? ''];
        if (before !== after) port.edit(file, [{ start: 0, end: before.length, text: after }]);
      }
    },
    mend({ edits }) {
      for (const file of new Set(edits.map((edit) => edit.file))) {
        const mine = edits.filter((edit) => edit.file === file);
        if (tabs !== null && port.place().file !== file) tabs.select(file);
        port.edit(file, mine);
        const start = Math.min(...mine.map((edit) => edit.start));
        port.reveal({ file, start, end: start }, { focus: true });
      }
    },
    place: () => port.place(),
    hasFocus: () => port.hasFocus(),
    focus: () => port.focus(),
    reveal,
    mark(next) {
      markers = next;
      port.mark(next);
    },
    wash: (spans) => port.wash(spans),
    kind: () => port.kind,
    refresh() {
      if (port.kind === 'rich') becomePlain();
      if (wantsRich()) void upgrade();
    },
    close() {
      syncSheets();
      closing.abort();
      port.dispose();
      host.hidden = true;
      for (const { box } of sheets) box.hidden = false;
    },
  };
}

const wantsRich = (): boolean => preferences.read().editor === 'rich' && matchMedia(wide).matches;

function sheetsOf(bench: HTMLElement, files: readonly string[]): readonly Sheet[] {
  return files.map((file) => {
    const sheet = find(bench, `[data-sheet="${CSS.escape(file)}"]`);
    return {
      file,
      box: sheet,
      scroller: find(sheet, '.sheet-box'),
      area: find<HTMLTextAreaElement>(sheet, 'textarea'),
      paint: find(sheet, '.sheet-paint'),
      lines: find(sheet, '.sheet-lines'),
    };
  });
}

function textsOf(sheets: readonly Sheet[]): Files {
  return Object.fromEntries(sheets.map(({ file, area }) => [file, area.value]));
}

/** Puts the draft on the desk. What was typed before this script came stays on top, and the draft becomes an earlier version. */
function openOnDraft(sheets: readonly Sheet[], starter: Files, drafts: DraftBook): void {
  const { files } = drafts.read();
  if (files === null) return;
  const isUntouched = sheets.every(({ file, area }) => area.value === (starter[file] ?? '').replace(/\r\n?/g, '\n'));
  if (!isUntouched) {
    drafts.putAside(files);
    return;
  }
  for (const { file, area } of sheets) area.value = files[file] ?? starter[file] ?? '';
}

/** Fetches the rich editor when the browser is idle, unless bytes are dear, and calls `upgrade` on the first touch of the editor. */
function offerUpgrade(bench: HTMLElement, upgrade: () => void, signal: AbortSignal): void {
  const editor = find(bench, '.bench-editor');
  for (const event of ['focusin', 'pointerdown', 'keydown']) editor.addEventListener(event, upgrade, { signal });
  if (editor.contains(document.activeElement)) upgrade();
  if (!wantsRich() || isConnectionDear()) return;
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1000));
  whenIdle(() => signal.aborted || loadRichEditor().catch(() => undefined), { timeout: 10_000 });
}

function isConnectionDear(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return connection?.saveData === true || /(^|-)2g$|^3g$/.test(connection?.effectiveType ?? '');
}

function onceAtATime(act: () => Promise<void>): () => void {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    void act().finally(() => {
      running = false;
    });
  };
}
