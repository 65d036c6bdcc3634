import type { EditorPort, Marker, Mend, Span, TextLanguage } from '../editor/index.ts';
import type { Files } from '../grading/index.ts';
import type { WorkbenchWords } from '../messages/workbench.ts';
import type { BenchPage } from './bench-page.ts';
import { openEditorSwitch, type SwitchEvents } from './editor-switch.ts';
import { openOnDraft, sheetsOf } from './sheets.ts';
import type { DraftBook } from './storage/drafts.ts';
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

export function openDesk(
  bench: HTMLElement,
  page: Pick<BenchPage, 'exercise' | 'starter'>,
  drafts: Pick<DraftBook, 'read' | 'save' | 'putAside'>,
  words: WorkbenchWords,
  events: SwitchEvents,
  language: TextLanguage | null = null,
): Desk {
  const { files } = page.exercise;
  const sheets = sheetsOf(bench, files);
  openOnDraft(sheets, page.starter, drafts);
  const editor = openEditorSwitch(bench, sheets, (file) => words('file.label', { file }), events, language);
  const list = bench.querySelector<HTMLElement>('.bench-files');
  const tabs = list === null ? null : bringTabs(list, 'show', (file) => editor.port().show(file));
  const show = (file: string): void => {
    if (editor.port().place().file !== file) tabs?.select(file);
  };

  return {
    texts: editor.texts,
    replace(next) {
      for (const file of files) {
        const [before, after] = [editor.port().text(file), next[file] ?? editor.port().text(file)];
        if (before !== after) editor.port().edit(file, [{ start: 0, end: before.length, text: after }]);
      }
    },
    mend({ edits }) {
      for (const file of new Set(edits.map((edit) => edit.file))) {
        const mine = edits.filter((edit) => edit.file === file);
        const start = Math.min(...mine.map((edit) => edit.start));
        show(file);
        editor.port().edit(file, mine);
        editor.port().reveal({ file, start, end: start }, { focus: true });
      }
    },
    reveal(span, options) {
      show(span.file);
      editor.port().reveal(span, options);
    },
    place: () => editor.port().place(),
    hasFocus: () => editor.port().hasFocus(),
    focus: () => editor.port().focus(),
    mark: editor.mark,
    wash: (spans) => editor.port().wash(spans),
    kind: () => editor.port().kind,
    refresh: editor.refresh,
    close: editor.close,
  };
}
