import { editor, languages, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
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
import { languageOf } from './monaco-languages.ts';
import { followTheme } from './monaco-theme.ts';
import type { EditorEvents, EditorPort, Keys, Marker, Place, Span } from './port.ts';
import { smallestEdit } from './port.ts';
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
}

const owner = 'workshop';
/** What the quick fixes and hovers of a model's markers are; Monaco's own markers cannot carry them. */
const markersOf = new WeakMap<editor.ITextModel, readonly Marker[]>();
let instances = 0;

/** The adapter for desktops. Uses one Monaco instance, with a model for each file; `dispose` frees them all. */
export function openMonacoEditor(host: HTMLElement, start: RichStart, events: EditorEvents, keys: Keys): EditorPort {
  instances += 1;
  const models = createModels(start, instances);
  const modelOf = (file: string): editor.ITextModel => {
    const found = models.get(file) ?? models.values().next().value;
    if (found === undefined) throw new Error('An exercise has at least one file.');
    return found;
  };
  const stopStyles = applyCarriedStyles(host);
  const rich = editor.create(host, { ...optionsOf(start), model: modelOf(start.place.file) });
  const stopTheme = followTheme(host);
  const views = new Map<string, editor.ICodeEditorViewState | null>();
  const decorations = new Map([...models].map(([file, model]) => [file, { model, ids: [] as string[] }]));
  const closing = new AbortController();
  let shown = start.place.file;

  const isWidgetOpen = (): boolean =>
    host.querySelector('.find-widget.visible, .zone-widget, .monaco-hover:not(.hidden)') !== null;
  letTabLeave(host, keys, null, closing.signal, isWidgetOpen);
  for (const model of models.values()) model.onDidChangeContent(() => events.changed());
  rich.onDidChangeCursorPosition(() => events.moved());
  restore(rich, modelOf(shown), start.place);

  const show = (file: string): void => {
    if (file !== shown) {
      views.set(shown, rich.saveViewState());
      shown = file;
      rich.setModel(modelOf(file));
      rich.updateOptions({ ariaLabel: start.label(file) });
      const view = views.get(file);
      if (view !== undefined) rich.restoreViewState(view);
    }
    events.moved();
  };

  return {
    kind: 'rich',
    text: (file) => modelOf(file).getValue(editor.EndOfLinePreference.LF),
    edit(file, edits) {
      const model = modelOf(file);
      const operations = edits.map(({ start: from, end, text }) => ({ range: rangeIn(model, from, end), text }));
      if (model === rich.getModel()) {
        rich.pushUndoStop();
        rich.executeEdits(owner, operations);
        rich.pushUndoStop();
      } else model.pushEditOperations([], operations, () => null);
    },
    show,
    place: () => placeIn(rich, shown),
    reveal(span, { focus }) {
      show(span.file);
      const range = rangeIn(modelOf(span.file), span.start, span.end);
      rich.setSelection(range);
      rich.revealRangeInCenterIfOutsideViewport(range, editor.ScrollType.Immediate);
      if (focus) rich.focus();
    },
    mark: (markers) => markModels(models, markers),
    wash(spans) {
      for (const [file, washed] of decorations)
        washed.ids = washModel(
          washed,
          spans.filter((span) => span.file === file),
        );
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

/** Starts each model from the text before, so that undo leads back there, and brings it up to the text as it stands. */
function createModels({ files, before }: RichStart, instance: number): ReadonlyMap<string, editor.ITextModel> {
  return new Map(
    Object.entries(files).map(([file, text]) => {
      const first = (before[file] ?? text).replace(/\r\n?/g, '\n');
      const model = editor.createModel(first, languageOf(file), Uri.parse(`inmemory://bench-${instance}/${file}`));
      model.setEOL(editor.EndOfLineSequence.LF);
      model.updateOptions({
        tabSize: 2,
        insertSpaces: true,
        bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
      });
      const { start, end, text: inserted } = smallestEdit(first, text);
      if (first !== text)
        model.pushEditOperations([], [{ range: rangeIn(model, start, end), text: inserted }], () => null);
      model.pushStackElement();
      return [file, model];
    }),
  );
}

function optionsOf({ label, place, screenReader }: RichStart): editor.IStandaloneEditorConstructionOptions {
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
    fontSize: 13.5,
    lineHeight: 23,
    fontLigatures: false,
    // Folding adds 16 px to the gutter; together it is as wide as that of the text area (src/workbench/sheet.css).
    lineNumbersMinChars: 5,
    lineDecorationsWidth: 0,
    glyphMargin: false,
    links: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    padding: { top: 14, bottom: 14 },
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    stickyScroll: { enabled: false },
    wordBasedSuggestions: 'off',
    quickSuggestions: false,
    occurrencesHighlight: 'off',
    unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
    lightbulb: { enabled: editor.ShowLightbulbIconMode.OnCode },
  };
}

function restore(
  rich: editor.IStandaloneCodeEditor,
  model: editor.ITextModel,
  { start, end, scrollTop, scrollLeft }: Place,
): void {
  rich.setSelection(rangeIn(model, start, end));
  rich.setScrollPosition({ scrollTop, scrollLeft }, editor.ScrollType.Immediate);
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

function rangeIn(model: editor.ITextModel, start: number, end: number): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info };

function markModels(models: ReadonlyMap<string, editor.ITextModel>, markers: readonly Marker[]): void {
  for (const [file, model] of models) {
    const mine = markers.filter((marker) => marker.file === file);
    markersOf.set(model, mine);
    editor.setModelMarkers(
      model,
      owner,
      mine.map(({ start, end, severity, message, more, code, source }) => ({
        ...rangeIn(model, start, end === start ? end + 1 : end),
        severity: severities[severity],
        message: [message, ...more].join('\n').replaceAll('`', ''),
        code: { value: code, target: Uri.parse(source) },
      })),
    );
  }
}

function washModel({ model, ids }: { model: editor.ITextModel; ids: string[] }, spans: readonly Span[]): string[] {
  return model.deltaDecorations(
    ids,
    spans.map(({ start, end }) => ({
      range: rangeIn(model, start, end),
      options: { description: owner, inlineClassName: 'm-wash' },
    })),
  );
}

languages.registerCodeActionProvider(['json', 'yaml'], {
  provideCodeActions(model, range) {
    const here = (markersOf.get(model) ?? []).filter(({ start, end }) =>
      Range.areIntersectingOrTouching(rangeIn(model, start, end), range),
    );
    const actions = here.flatMap(({ fixes }) =>
      fixes.map((fix) => ({
        title: fix.title.replaceAll('`', ''),
        kind: 'quickfix',
        isPreferred: true,
        edit: {
          edits: fix.edits.map(({ file, start, end, text }) => ({
            resource: model.uri.with({ path: `/${file}` }),
            versionId: undefined,
            textEdit: { range: rangeIn(model, start, end), text },
          })),
        },
      })),
    );
    return { actions, dispose: () => undefined };
  },
});
