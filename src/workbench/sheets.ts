import type { Sheet } from '../editor/index.ts';
import type { Files } from '../grading/index.ts';
import { find } from './dom.ts';
import type { DraftBook } from './storage/drafts.ts';

/** The text areas that the page wrote, with what is painted behind them. */
export function sheetsOf(bench: HTMLElement, files: readonly string[]): readonly Sheet[] {
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

/** The texts as they stand in the text areas. */
export function textsOf(sheets: readonly Sheet[]): Files {
  return Object.fromEntries(sheets.map(({ file, area }) => [file, area.value]));
}

/**
 * Puts the draft on the desk. What was typed before this script came stays on top, and is the draft from now on; the one before becomes
 * an earlier version, and so does one whose files this exercise does not have.
 */
export function openOnDraft(
  sheets: readonly Sheet[],
  starter: Files,
  drafts: Pick<DraftBook, 'read' | 'save' | 'putAside'>,
): void {
  const { files } = drafts.read();
  const isUntouched = sheets.every(({ file, area }) => area.value === (starter[file] ?? '').replace(/\r\n?/g, '\n'));
  const isForeign = files !== null && sheets.every(({ file }) => files[file] === undefined);
  if (!isUntouched || isForeign) {
    if (files !== null) drafts.putAside(files);
    drafts.save(textsOf(sheets));
  } else if (files !== null) {
    for (const { file, area } of sheets) area.value = files[file] ?? starter[file] ?? '';
  }
}
