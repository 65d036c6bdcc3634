import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { LineChange } from '../compare-lines.ts';
import { make } from '../dom.ts';

/** Nobody reads on after so many lines, and a page of many thousands is slow. */
const shownLines = 500;

/** Two texts line by line: what is to add, and what is to take out. */
export function diffView(changes: readonly LineChange[], label: string, words: WorkbenchWords): HTMLElement {
  const lines = changes.flatMap((change) =>
    change.value
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => ({ line, change })),
  );
  const more = lines.length - shownLines;
  return make(
    'pre',
    { class: 'diff', tabindex: 0, role: 'group', 'aria-label': label },
    lines.slice(0, shownLines).map(({ line, change }) => lineOf(line, change, words)),
    more > 0 && make('span', { class: 'diff-kept' }, words('solution.more', { count: more })),
  );
}

function lineOf(line: string, { added, removed }: LineChange, words: WorkbenchWords): HTMLElement {
  const kind = added === true ? 'added' : removed === true ? 'removed' : 'kept';
  const tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
  return make(
    tag,
    { class: `diff-${kind}` },
    kind !== 'kept' && make('span', { class: 'unseen' }, `${words(`solution.${kind}`)}: `),
    `${line}\n`,
  );
}
