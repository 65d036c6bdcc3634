import { editor, languages, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
import type { RichStart } from './monaco.ts';
import { languageOf } from './monaco-languages.ts';
import { type Marker, type Span, smallestEdit } from './port.ts';

/** Who writes our markers, decorations and edits, to Monaco. */
export const owner = 'workshop';
/** What the quick fixes and hovers of a model's markers are; Monaco's own markers cannot carry them. */
const markersOf = new WeakMap<editor.ITextModel, readonly Marker[]>();

/** Starts each model from the text before, so that undo leads back there, and brings it up to the text as it stands. */
export function createModels(
  { files, before }: Pick<RichStart, 'files' | 'before'>,
  instance: number,
): ReadonlyMap<string, editor.ITextModel> {
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

/** A stretch of offsets in a model's own terms. */
export function rangeIn(model: editor.ITextModel, start: number, end: number): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, info: MarkerSeverity.Info };

/** Underlines in all models; replaces what was underlined. */
export function markModels(models: ReadonlyMap<string, editor.ITextModel>, markers: readonly Marker[]): void {
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

/** Washes behind stretches of a model, in place of the decorations `ids`; gives the new ones. */
export function washModel(
  { model, ids }: { model: editor.ITextModel; ids: string[] },
  spans: readonly Span[],
): string[] {
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
