import { editor } from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/wordOperations/register';
import { applyCarriedStyles } from './inline-styles.ts';
import { speak, suggestOptions } from './monaco-language.ts';
import { createModels, markModels, owner, rangeIn, washModel } from './monaco-models.ts';
import { followTheme } from './monaco-theme.ts';
import type { Edit, EditorEvents, EditorPort, Keys, Place, Span, TextLanguage } from './port.ts';
import { letTabLeave } from './tab.ts';

/** What the rich editor takes over from the text areas. */
export interface RichStart {
  /** The texts as they stand. */
  readonly files: Readonly<Record<string, string>>;
  /** What undo leads back to at most: the texts as they were when the page opened. */
  readonly before: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly label: (file: string) => string;
  readonly screenReader: boolean;
  /** What suggests and explains; null where nothing does. */
  readonly language: TextLanguage | null;
}

let instances = 0;

/** The adapter for desktops. Uses one Monaco instance, with a model for each file; `dispose` frees them all. */
export function openMonacoEditor(host: HTMLElement, start: RichStart, events: EditorEvents, keys: Keys): EditorPort {
  instances += 1;
  const models = createModels(start, instances);
  speak(models, start.language);
  const modelOf = (file: string): editor.ITextModel => {
    const found = models.get(file) ?? models.values().next().value;
    if (found === undefined) throw new Error('An exercise has at least one file.');
    return found;
  };
  const closing = new AbortController();
  const stopStyles = applyCarriedStyles(host);
  const rich = editor.create(host, { ...optionsOf(start), model: modelOf(start.place.file) });
  const stopTheme = followTheme(host);
  addEventListener('resize', () => rich.updateOptions(typeSizes()), { signal: closing.signal });
  const shelf = showOneOf(rich, modelOf, start);
  const decorations = new Map([...models].map(([file, model]) => [file, { model, ids: [] as string[] }]));
  const show = (file: string): void => {
    shelf.show(file);
    events.moved();
  };

  letTabLeave(host, keys, null, closing.signal, () => hasOpenWidget(host));
  for (const model of models.values()) model.onDidChangeContent(() => events.changed());
  rich.onDidChangeCursorPosition(() => events.moved());

  return {
    kind: 'rich',
    text: (file) => modelOf(file).getValue(editor.EndOfLinePreference.LF),
    edit: (file, edits) => editAsOneStep(rich, modelOf(file), edits),
    show,
    place: () => placeIn(rich, shelf.shown()),
    reveal(span, { focus }) {
      show(span.file);
      revealIn(rich, modelOf(span.file), span);
      if (focus) rich.focus();
    },
    mark: (markers) => markModels(models, markers),
    wash(spans) {
      for (const [file, washed] of decorations) {
        const mine = spans.filter((span) => span.file === file);
        washed.ids = washModel(washed, mine);
      }
    },
    focus: () => rich.focus(),
    hasFocus: () => rich.hasWidgetFocus(),
    dispose() {
      closing.abort();
      stopTheme();
      stopStyles();
      rich.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
}

/** Shows one file at a time, and finds each again where it was left. Begins at the place that is taken over. */
function showOneOf(
  rich: editor.IStandaloneCodeEditor,
  modelOf: (file: string) => editor.ITextModel,
  { place, label }: RichStart,
): { show(file: string): void; shown(): string } {
  const views = new Map<string, editor.ICodeEditorViewState | null>();
  let shown = place.file;
  rich.setSelection(rangeIn(modelOf(shown), place.start, place.end));
  rich.setScrollPosition(place, editor.ScrollType.Immediate);
  return {
    shown: () => shown,
    show(file) {
      if (file === shown) return;
      views.set(shown, rich.saveViewState());
      shown = file;
      rich.setModel(modelOf(file));
      rich.updateOptions({ ariaLabel: label(file) });
      const view = views.get(file);
      if (view !== undefined) rich.restoreViewState(view);
    },
  };
}

function hasOpenWidget(host: HTMLElement): boolean {
  return (
    host.querySelector('.find-widget.visible, .zone-widget, .monaco-hover:not(.hidden), .suggest-widget.visible') !==
    null
  );
}

function editAsOneStep(rich: editor.IStandaloneCodeEditor, model: editor.ITextModel, edits: readonly Edit[]): void {
  const operations = edits.map(({ start, end, text }) => ({ range: rangeIn(model, start, end), text }));
  if (model === rich.getModel()) {
    rich.pushUndoStop();
    rich.executeEdits(owner, operations);
    rich.pushUndoStop();
  } else model.pushEditOperations([], operations, () => null);
}

function revealIn(rich: editor.IStandaloneCodeEditor, model: editor.ITextModel, { start, end }: Span): void {
  const range = rangeIn(model, start, end);
  rich.setSelection(range);
  rich.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate);
}

function optionsOf({ label, place, screenReader, language }: RichStart): editor.IStandaloneEditorConstructionOptions {
  const code = getComputedStyle(document.documentElement);
  return {
    ariaLabel: label(place.file),
    accessibilitySupport: screenReader ? 'on' : 'auto',
    accessibilityPageSize: 500,
    automaticLayout: true,
    // Who selects all and types `{` wants another text, not brackets round this one.
    autoSurround: 'never',
    contextmenu: false,
    fixedOverflowWidgets: true,
    fontFamily: code.getPropertyValue('--mono').trim(),
    ...typeSizes(),
    fontLigatures: false,
    // Folding adds 16 px to the gutter; together it is as wide as that of the text area (src/workbench/sheet.css).
    lineNumbersMinChars: 5,
    lineDecorationsWidth: 0,
    glyphMargin: false,
    links: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    padding: { top: 14, bottom: 14 },
    // Dimmed, the number of an empty last line has too little contrast.
    renderFinalNewline: 'on',
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    stickyScroll: { enabled: false },
    wordBasedSuggestions: 'off',
    ...suggestOptions(language),
    occurrencesHighlight: 'off',
    unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
    lightbulb: { enabled: editor.ShowLightbulbIconMode.OnCode },
  };
}

/** As large as the text area's type (--text-code), whatever the page takes for its root. */
function typeSizes(): { readonly fontSize: number; readonly lineHeight: number } {
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return { fontSize: 0.84375 * remPx, lineHeight: Math.round(1.4375 * remPx) };
}

function placeIn(rich: editor.IStandaloneCodeEditor, file: string): Place {
  const [model, selection] = [rich.getModel(), rich.getSelection()];
  const at = (line = 1, column = 1): number => model?.getOffsetAt({ lineNumber: line, column }) ?? 0;
  return {
    file,
    start: at(selection?.startLineNumber, selection?.startColumn),
    end: at(selection?.endLineNumber, selection?.endColumn),
    scrollTop: rich.getScrollTop(),
    scrollLeft: rich.getScrollLeft(),
  };
}
