import { loadRichEditor } from '../editor/index.ts';
import { find } from './dom.ts';
import { preferences } from './storage/preferences.ts';

const wide = '(pointer: fine) and (min-width: 900px)';

/** Whether this device is for the rich editor: a mouse, and room. */
export const canBeRich = (): boolean => matchMedia(wide).matches;

/** Whether the learner is, too. */
export const wantsRich = (): boolean => preferences.read().editor === 'rich' && canBeRich();

/** Fetches the rich editor when the browser is idle, unless bytes are dear, and calls `upgrade` on the first touch of the editor. */
export function offerUpgrade(bench: HTMLElement, upgrade: () => void, signal: AbortSignal): void {
  const editor = find(bench, '.bench-editor');
  for (const event of ['focusin', 'pointerdown', 'keydown']) editor.addEventListener(event, upgrade, { signal });
  if (editor.contains(document.activeElement)) upgrade();
  if (!wantsRich() || isConnectionDear()) return;
  const whenIdle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1000));
  whenIdle(() => signal.aborted || loadRichEditor().catch(() => undefined), { timeout: 10_000 });
}

function isConnectionDear(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return connection?.saveData === true || /(^|-)2g$|^3g$/.test(connection?.effectiveType ?? '');
}

/** Runs `act`, and while it runs lets every further call pass. */
export function onceAtATime(act: () => Promise<void>): () => void {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    void act().finally(() => {
      running = false;
    });
  };
}
