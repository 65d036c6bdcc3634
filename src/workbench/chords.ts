const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** What a key press asks of a bench, wherever in it the focus is. */
export type Wish = 'check' | 'next-problem' | 'previous-problem' | 'toggle-tab' | 'toggle-screen-reader';

/** The wish behind a key press; null when it is none of ours. */
export function wishOf(
  { key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent,
  mac: boolean = isMac(),
): Wish | null {
  if (altKey) return null;
  const main = mac ? metaKey : ctrlKey;
  if (key === 'Enter' && (ctrlKey || metaKey) && !shiftKey) return 'check';
  if (key === 'F8' && !ctrlKey && !metaKey) return shiftKey ? 'previous-problem' : 'next-problem';
  if (key.toLowerCase() === 'm' && ctrlKey && !metaKey && shiftKey === mac) return 'toggle-tab';
  if (key.toLowerCase() === 'e' && main && !shiftKey) return 'toggle-screen-reader';
  return null;
}

/** How the keys are called on this system. */
export function chordNames(mac: boolean = isMac()): { readonly check: string; readonly tab: string } {
  return mac ? { check: '⌘ Return', tab: 'Ctrl Shift M' } : { check: 'Ctrl Enter', tab: 'Ctrl M' };
}
