import type { WorkbenchWords } from '../../messages/workbench.ts';
import { make } from '../dom.ts';

/** Lines that two texts share, or that only one of them has. */
export interface LineChange {
  readonly value: string;
  readonly added?: boolean;
  readonly removed?: boolean;
}

/** Two texts line by line: what is to add, and what is to take out. */
export function diffView(changes: readonly LineChange[], label: string, words: WorkbenchWords): HTMLElement {
  return make(
    'pre',
    { class: 'diff', tabindex: 0, role: 'group', 'aria-label': label },
    changes.flatMap((change) =>
      change.value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => lineOf(line, change, words)),
    ),
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
