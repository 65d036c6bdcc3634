import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { BenchPage } from '../bench-page.ts';
import { make, sentence } from '../dom.ts';

/** What is said when all goals are met: why it works, and where one goes on. */
export function passedView({ why, next }: BenchPage, words: WorkbenchWords, revealed: boolean): HTMLElement {
  return make(
    'section',
    { class: 'passed' },
    make('h4', {}, words('passed.title')),
    make('p', {}, sentence(why)),
    revealed && make('p', { class: 'passed-revealed' }, words('passed.revealed')),
    next !== null &&
      make(
        'a',
        { class: 'passed-next', href: next.href },
        next.title === '' ? words('passed.next.lesson') : words('passed.next.exercise', { title: next.title }),
      ),
  );
}
