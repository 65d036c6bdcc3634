import type { WorkbenchWords } from '../../messages/workbench.ts';
import { find } from '../dom.ts';
import type { SessionState } from '../session.ts';
import type { Notices } from './notices.ts';

/** Paints the few words at the head of a bench that say how its last check went. */
export function paintPill(root: HTMLElement, look: string, text: string): void {
  const pill = find(root, '[data-verdict]');
  pill.dataset['state'] = look;
  pill.textContent = text;
}

/** Why there is no report although one was asked for. */
export function troubleIn({ phase }: SessionState): 'timed-out' | 'crashed' | 'offline' | undefined {
  return (['timed-out', 'crashed', 'offline'] as const).find((each) => each === phase);
}

interface TroublePlace {
  readonly words: WorkbenchWords;
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
}

/** Says why there is no report, and offers another try, which a connection that is back makes by itself. */
export function showTrouble({ words, notices, say }: TroublePlace, state: SessionState, retry: () => void): void {
  const trouble = troubleIn(state);
  if (trouble === undefined) {
    notices.hide('trouble');
    return;
  }
  const told = words(`notice.${trouble}`);
  notices.show('trouble', [told], [{ label: words('notice.retry'), act: retry }], 'trouble');
  say(told);
  if (trouble === 'offline') addEventListener('online', retry, { once: true });
}
