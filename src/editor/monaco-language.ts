import { type CancellationToken, type editor, languages } from 'monaco-editor/editor';
// The feature's own entry registers no controller: without this one nothing is ever suggested, and nothing says so.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { rangeIn } from './monaco-models.ts';
import type { Suggestion, Suggestions, TextLanguage } from './port.ts';

interface Spoken {
  readonly file: string;
  readonly language: TextLanguage;
}

const spokenIn = new WeakMap<editor.ITextModel, Spoken>();

/** Lets a language suggest and explain in these models. */
export function speak(models: ReadonlyMap<string, editor.ITextModel>, language: TextLanguage | null): void {
  if (language === null) return;
  for (const [file, model] of models) spokenIn.set(model, { file, language });
}

/** How suggestions come up: by themselves in what a language is spoken in, and never out of other words of the text. */
export function suggestOptions(language: TextLanguage | null): editor.IEditorOptions {
  const speaks = language !== null;
  return {
    quickSuggestions: speaks && { strings: true, other: true, comments: false },
    suggestOnTriggerCharacters: speaks,
    acceptSuggestionOnCommitCharacter: false,
    // A word that stands there in full already is no reason to keep the line from ending.
    acceptSuggestionOnEnter: 'smart',
    snippetSuggestions: 'inline',
    suggest: { showWords: false, showInlineDetails: true, snippetsPreventQuickSuggestions: false },
  };
}

const kinds: Readonly<Record<string, languages.CompletionItemKind>> = {
  element: languages.CompletionItemKind.Property,
  service: languages.CompletionItemKind.Module,
  action: languages.CompletionItemKind.Method,
  resource: languages.CompletionItemKind.Reference,
  operator: languages.CompletionItemKind.Operator,
  key: languages.CompletionItemKind.Variable,
  value: languages.CompletionItemKind.EnumMember,
};

/** What brings suggestions up beside letters. In YAML a blank ends a key's colon and a dash; a dot leads on in an expression. */
const triggers: Readonly<Record<string, readonly string[]>> = {
  json: ['"', ':', '.'],
  yaml: [' ', '.', '[', '{', '@', '/'],
};

for (const [id, characters] of Object.entries(triggers)) {
  languages.registerCompletionItemProvider(id, {
    triggerCharacters: [...characters],
    async provideCompletionItems(model, position, _context, token) {
      const spoken = spokenIn.get(model);
      if (spoken === undefined) return null;
      const { file, language } = spoken;
      const found = await language.complete(file, textOf(model), model.getOffsetAt(position), signalOf(token));
      if (found === null || model.isDisposed() || token.isCancellationRequested) return null;
      return { suggestions: itemsOf(model, found) };
    },
  });
}

function itemsOf(model: editor.ITextModel, { start, end, offers }: Suggestions): languages.CompletionItem[] {
  const range = rangeIn(model, start, end);
  return offers.map((offer, index) => ({
    label: { label: offer.label, description: (offer.about[0] ?? '').replaceAll('`', '') },
    kind: kinds[offer.kind] ?? languages.CompletionItemKind.Text,
    insertText: offer.insert,
    ...(offer.isSnippet ? { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet } : {}),
    documentation: { value: offer.about.join('\n\n') },
    sortText: String(index).padStart(5, '0'),
    filterText: offer.label,
    range,
    ...goesOn(offer),
  }));
}

/** What ends in a colon, a dot or a blank is only begun: more can be suggested at once. */
function goesOn({ insert }: Suggestion): Pick<languages.CompletionItem, 'command'> {
  return /[:.\s]$/.test(insert) ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {};
}

languages.registerHoverProvider(Object.keys(triggers), {
  async provideHover(model, position, token) {
    const spoken = spokenIn.get(model);
    if (spoken === undefined) return null;
    const { file, language } = spoken;
    const found = await language.hover(file, textOf(model), model.getOffsetAt(position), signalOf(token));
    if (found === null || model.isDisposed()) return null;
    return { range: rangeIn(model, found.start, found.end), contents: found.about.map((value) => ({ value })) };
  },
});

function textOf(model: editor.ITextModel): string {
  return model.getValue();
}

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}
