/** True where keys are text: fields, and the rich editor, which is a plain element with a role. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))
  );
}

/** True where keys have a use of their own: in a field, in a bench, and Space or Enter on a control. */
export function hasOwnKeys(target: EventTarget | null, key: string): boolean {
  if (isTyping(target)) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('.bench, dialog[open]') !== null) return true;
  return [' ', 'Enter'].includes(key) && target.closest('a, button, summary') !== null;
}
