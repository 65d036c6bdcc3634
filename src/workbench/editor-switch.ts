import {
  type EditorEvents,
  type EditorPort,
  loadRichEditor,
  type Marker,
  openTextareaEditor,
  type Sheet,
  type TextLanguage,
} from '../editor/index.ts';
import type { Files } from '../grading/index.ts';
import { watchCalm } from './calm.ts';
import { find } from './dom.ts';
import { textsOf } from './sheets.ts';
import { preferences } from './storage/preferences.ts';
import { offerUpgrade, onceAtATime, wantsRich } from './upgrade.ts';

export interface SwitchEvents extends EditorEvents {
  /** The rich editor was wanted and could not be had. */
  richFailed(): void;
  /** It has come, perhaps after it had failed to. */
  richCame?(): void;
}

/** The editor of a bench, whichever it is at the moment. */
export interface EditorSwitch {
  port(): EditorPort;
  texts(): Files;
  /** Underlines, and does so again after a switch. */
  mark(markers: readonly Marker[]): void;
  /** Takes up a changed preference. */
  refresh(): void;
  /** Leaves the page with its text areas, which hold the texts. */
  close(): void;
}

const keys = { tabIndents: (): boolean => preferences.read().tabIndents };

/** Begins with the text areas, and goes over to the rich editor once that is wanted and has come. */
export function openEditorSwitch(
  bench: HTMLElement,
  sheets: readonly Sheet[],
  label: (file: string) => string,
  events: SwitchEvents,
  language: TextLanguage | null = null,
): EditorSwitch {
  const host = find(bench, '[data-rich]');
  const closing = new AbortController();
  const calm = watchCalm(bench, closing.signal);
  const opened = textsOf(sheets);
  let markers: readonly Marker[] = [];
  let port: EditorPort = openTextareaEditor(sheets, sheets[0]?.file ?? '', events, keys);

  const texts = (): Files => Object.fromEntries(sheets.map(({ file }) => [file, port.text(file)]));
  /** In one go, so that no key falls between the two. */
  const swap = (open: (from: EditorPort) => EditorPort): void => {
    const [before, place, hadFocus] = [port, port.place(), port.hasFocus()];
    writeBack(port, sheets);
    host.hidden = before.kind === 'rich';
    port = open(before);
    before.dispose();
    port.mark(markers);
    if (port.kind === 'plain') port.reveal(place, { focus: hadFocus });
    else if (hadFocus) port.focus();
  };
  const becomePlain = (): void => swap((from) => openTextareaEditor(sheets, from.place().file, events, keys));
  const becomeRich = async (): Promise<void> => {
    const { openMonacoEditor } = await loadRichEditor();
    await calm();
    if (closing.signal.aborted || !wantsRich()) return;
    const { screenReader } = preferences.read();
    swap((from) => {
      const start = { files: texts(), before: opened, place: from.place(), label, screenReader, language };
      return openMonacoEditor(host, start, events, keys);
    });
    events.richCame?.();
  };
  const upgrade = onceAtATime(async () => {
    if (port.kind === 'plain' && wantsRich()) await becomeRich().catch(() => events.richFailed());
  });

  offerUpgrade(bench, upgrade, closing.signal);
  addEventListener('beforeprint', () => showOnPaper(port, sheets), closing);
  return {
    port: () => port,
    texts,
    mark(next) {
      markers = next;
      port.mark(next);
    },
    refresh() {
      if (port.kind === 'rich') becomePlain();
      if (wantsRich()) upgrade();
    },
    close() {
      writeBack(port, sheets);
      closing.abort();
      port.dispose();
      host.hidden = true;
      for (const { box } of sheets) box.hidden = false;
    },
  };
}

/** Gives the text areas what was written in the rich editor. */
function writeBack(port: EditorPort, sheets: readonly Sheet[]): void {
  if (port.kind === 'plain') return;
  for (const { file, area } of sheets) area.value = port.text(file);
}

/** Paper shows the painted copies: Monaco draws only the lines in view. */
function showOnPaper(port: EditorPort, sheets: readonly Sheet[]): void {
  if (port.kind === 'plain') return;
  for (const { file, paint } of sheets) paint.textContent = `${port.text(file)}\n`;
}
