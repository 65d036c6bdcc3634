import type { LanguageClient } from '../../worker/client.ts';
import { find, make } from '../dom.ts';
import { suggestionLists } from './views/ask-row.ts';

/** Options of one list; more would be slow to open and of no use. */
const maxOptions = 1_000;

/** Fills the lists that the fields of calls suggest from, as the worker knows the catalogue. What is typed is never changed. */
export function openSuggesting(root: HTMLElement, client: LanguageClient, resourcesThere: () => readonly string[]) {
  let lastAsked = '';
  return async (field: 'action' | 'resource', action: string): Promise<void> => {
    // Within a service the list stays the same while one types.
    const asked = field === 'action' ? action.slice(0, action.indexOf(':') + 1) : action;
    if (lastAsked === `${field} ${asked}` && field === 'action') return;
    lastAsked = `${field} ${asked}`;
    const found = await client.completeField({ field, action: asked.slice(0, 256) });
    if (found === null) return;
    const offered = found.offers.map(({ label }) => (field === 'action' ? label : filledIn(label)));
    const own = field === 'resource' ? resourcesThere() : [];
    const options = [...new Set([...own, ...offered])].slice(0, maxOptions).map((value) => make('option', { value }));
    find(root, `#${suggestionLists[field]}`).replaceChildren(...options);
  };
}

/** The form of an ARN with the workshop's Region and account, which are easier to change than to write. */
function filledIn(label: string): string {
  return label.replace('<Region>', 'ap-northeast-1').replace('<Account>', '111122223333');
}
