import type { Keys } from './port.ts';

/**
 * One rule for Tab in both editors. It indents only where the learner chose so, and only after typing or clicking, so that nobody
 * who tabs through a page is caught; after Esc the next Tab always moves on. Without `indent` the editor below does
 * the indenting, and this only keeps a Tab from it that moves on.
 * @source https://www.w3.org/TR/WCAG22/#no-keyboard-trap (read 2026-11-24)
 */
export function letTabLeave(
  target: HTMLElement,
  keys: Keys,
  indent: ((outdent: boolean) => void) | null,
  signal: AbortSignal,
  escCloses: () => boolean = () => false,
): void {
  let engaged = false;
  let leaving = false;
  const options = { signal, capture: true };

  target.addEventListener('pointerdown', () => ([engaged, leaving] = [true, false]), options);
  target.addEventListener(
    'focusout',
    (event) => {
      if (!(event.relatedTarget instanceof Node) || !target.contains(event.relatedTarget))
        [engaged, leaving] = [false, false];
    },
    options,
  );
  target.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Escape') leaving = !escCloses();
      else if (event.key !== 'Tab') {
        if (event.key !== 'Shift')
          [engaged, leaving] = [engaged || event.key.length === 1 || event.key === 'Enter', false];
      } else if (!engaged || leaving || !keys.tabIndents()) event.stopImmediatePropagation();
      else if (indent !== null) {
        event.preventDefault();
        indent(event.shiftKey);
      }
    },
    options,
  );
}
