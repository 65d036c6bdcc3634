import MiniSearch from 'minisearch';
import type { SearchEntry } from './entry.ts';
import { tokenize, tokenizeQuery } from './tokenize.ts';

/** An entry that a query met. */
export interface Found extends SearchEntry {
  /** Words of the entry that the query met, in lower case. */
  readonly matched: readonly string[];
}

const limit = 20;

/** Makes a search over these entries: best first, at most twenty, forgiving one slip in a longer word. */
export function searchIn(entries: readonly SearchEntry[]): (query: string) => readonly Found[] {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['title', 'place', 'text'],
    tokenize,
    searchOptions: {
      tokenize: tokenizeQuery,
      boost: { title: 4, place: 0.5 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) =>
    index
      .search(query)
      .slice(0, limit)
      .flatMap(({ id, terms }) => {
        const entry = entries[id as number];
        return entry === undefined ? [] : [{ ...entry, matched: terms }];
      });
}
