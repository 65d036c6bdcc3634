import type { SearchEntry } from '../search/entry.ts';
import { excerpt } from '../search/excerpt.ts';
import { type Found, searchIn } from '../search/find.ts';

type Search = (query: string) => readonly Found[];
type Words = Readonly<Record<'empty' | 'idle' | 'failed' | 'one' | 'many', string>>;

interface View {
  readonly input: HTMLInputElement;
  readonly results: HTMLElement;
  readonly said: HTMLElement;
  readonly words: Words;
}

let search: Search | null = null;
const started = new WeakSet<HTMLDialogElement>();

/** Makes the open dialog search: fetches the index at the first call, and again after a failure. */
export async function startSearch(dialog: HTMLDialogElement): Promise<void> {
  const view = viewOf(dialog);
  if (!started.has(dialog)) {
    started.add(dialog);
    listen(view);
  }
  if (search === null) {
    try {
      search = searchIn(await fetchEntries(dialog.dataset['index'] ?? ''));
    } catch {
      view.said.textContent = view.words.failed;
      return;
    }
  }
  show(view);
}

async function fetchEntries(address: string): Promise<readonly SearchEntry[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as readonly SearchEntry[];
}

function viewOf(dialog: HTMLDialogElement): View {
  const [input, results, said] = ['input', '[role=listbox]', '[role=status]'].map((selector) =>
    dialog.querySelector<HTMLElement>(selector),
  );
  if (!(input instanceof HTMLInputElement) || !results || !said) throw new Error('the search dialog is incomplete');
  return { input, results, said, words: JSON.parse(dialog.dataset['words'] ?? '{}') as Words };
}

function listen(view: View): void {
  view.input.addEventListener('input', () => show(view));
  view.input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(view, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      selected(view)?.click();
    } else if (event.key === 'Escape') {
      // A search field would keep the first Escape to itself and only empty itself.
      event.preventDefault();
      view.input.closest('dialog')?.close();
    }
  });
  view.results.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) view.input.closest('dialog')?.close();
  });
}

function show(view: View): void {
  const query = view.input.value.trim();
  const found = query === '' || search === null ? [] : search(query);
  view.results.replaceChildren(...found.map(optionOf));
  view.input.setAttribute('aria-expanded', String(found.length > 0));
  view.said.textContent = sentence(view.words, query, found.length);
  choose(view, 0);
}

function sentence(words: Words, query: string, count: number): string {
  if (query === '' || search === null) return words.idle;
  if (count === 0) return words.empty.replace('{query}', query);
  return count === 1 ? words.one : words.many.replace('{count}', String(count));
}

function optionOf({ kind, title, place, text, address, matched }: Found, index: number): HTMLElement {
  const option = document.createElement('a');
  option.id = `search-result-${index}`;
  option.href = address;
  option.tabIndex = -1;
  option.setAttribute('role', 'option');
  option.append(element('strong', title), element('em', place === '' ? kind : `${kind} · ${place}`));
  const line = element('span', '');
  line.append(...excerpt(text, matched).map((piece) => (piece.isMatch ? element('mark', piece.text) : piece.text)));
  option.append(line);
  return option;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

const selected = ({ results }: View) => results.querySelector<HTMLElement>('[aria-selected=true]');

/** Moves the choice by a number of results, round the ends; 0 chooses the first. */
function choose(view: View, by: number): void {
  const options = [...view.results.querySelectorAll<HTMLElement>('[role=option]')];
  const before = selected(view);
  const next = before === null || by === 0 ? options[0] : options.at((options.indexOf(before) + by) % options.length);
  for (const option of options) option.setAttribute('aria-selected', String(option === next));
  if (next === undefined) view.input.removeAttribute('aria-activedescendant');
  else view.input.setAttribute('aria-activedescendant', next.id);
  next?.scrollIntoView({ block: 'nearest' });
}
