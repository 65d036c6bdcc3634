import type { TextLanguage } from '../editor/index.ts';
import type { Domain } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';
import type { WorkbenchWords } from '../messages/workbench.ts';
import type { Report } from '../report/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { find, make } from './dom.ts';
import { bringDotsMenu, type MenuItem, timeOf } from './dots-menu.ts';
import { markerOf, spanOf } from './spans.ts';
import type { DraftBook } from './storage/drafts.ts';
import { editorNotices, type Notices } from './views/notices.ts';
import { problemList } from './views/problems.ts';

/** A workbench for one text of the learner's own, with no exercise behind it. */
export interface LoneText {
  readonly root: HTMLElement;
  readonly domain: Domain;
  readonly file: string;
  readonly starter: string;
  readonly words: WorkbenchWords;
  readonly notices: Notices;
}

/** Opens the editor on its draft. `changed` is called after each edit; `language` suggests and explains. */
export function openLoneText(
  { root, domain, file, starter, words, notices }: LoneText,
  drafts: DraftBook,
  changed: () => void,
  language: TextLanguage | null = null,
): Desk {
  return openDesk(
    root,
    {
      exercise: { id: 'workbench', domain, files: [file], goals: [], scenario: null },
      starter: { [file]: starter },
    },
    drafts,
    words,
    {
      changed() {
        root.dispatchEvent(new CustomEvent('bench:edited'));
        changed();
      },
      moved: () => root.dispatchEvent(new CustomEvent('bench:moved')),
      ...editorNotices(notices, words),
    },
    language,
  );
}

/** A text of one's own that is open, and where its earlier versions are. */
export interface OpenLoneText extends LoneText {
  readonly locale: Locale;
  readonly desk: Desk;
  readonly drafts: DraftBook;
  readonly say: (sentence: string) => void;
}

/** Lets the first text and the earlier ones be brought back; `done` is said of the first. */
export function bringVersions(text: OpenLoneText, done: string, signal: AbortSignal): void {
  const { root, words, starter, locale, drafts } = text;
  find(root, '[data-reset]').addEventListener('click', () => exchange(text, starter, done), { signal });
  const itemsOf = (item: MenuItem): readonly HTMLElement[] => {
    const { versions } = drafts.read();
    const items = versions.map(({ files, savedAt }) => {
      const time = timeOf(savedAt, locale);
      const opened = (): void => exchange(text, files[text.file] ?? starter, words('versions.opened', { time }));
      return item(words('versions.open', { time }), opened);
    });
    return [make('p', {}, words(items.length > 0 ? 'versions' : 'versions.none')), ...items];
  };
  bringDotsMenu(text, itemsOf, signal);
}

/** Lays another text there and says so. The one before becomes a version, and one click brings it back. */
function exchange({ file, desk, drafts, notices, words, say }: OpenLoneText, next: string, told: string): void {
  const before = desk.texts();
  drafts.putAside(before);
  desk.replace({ [file]: next });
  const undo = (): void => {
    desk.replace(before);
    notices.hide('exchange');
    desk.focus();
  };
  notices.show('exchange', [told], [{ label: words('undo'), act: undo }]);
  say(told);
}

/** Calls `taken` once a text that was pasted as a whole lies in the editor. */
export function followPaste(root: HTMLElement, taken: () => void, signal: AbortSignal): void {
  let isWhole = false;
  root.addEventListener(
    'paste',
    (event) => {
      const text = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
      isWhole = text.split('\n').length > 5;
    },
    { capture: true, signal },
  );
  root.addEventListener(
    'bench:edited',
    () => {
      if (!isWhole) return;
      isWhole = false;
      taken();
    },
    { signal },
  );
}

/** Underlines, lists and counts what is found in the text. */
export function showProblems(
  { root, words, desk }: Pick<LoneText, 'root' | 'words'> & { readonly desk: Desk },
  report: Report,
  file: string,
): void {
  desk.mark(report.diagnostics.map(markerOf));
  const problems = problemList(report, [file], words, {
    go: (problem) => desk.reveal(spanOf(problem), { focus: true }),
    mend: (_, fix) => desk.mend(fix),
  });
  find(root, '[data-problems]').replaceChildren(problems);
  const count = find(root, '[data-count]');
  count.hidden = report.diagnostics.length === 0;
  count.textContent = String(report.diagnostics.length);
  count.dataset['worst'] = report.diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}
