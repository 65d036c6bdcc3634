/**
 * Watches a bench for what must not be interrupted. The function it returns resolves once no word is being composed there and no
 * pointer is held down.
 */
export function watchCalm(bench: HTMLElement, signal: AbortSignal): () => Promise<void> {
  let [composing, pressing] = [false, false];
  const note = (target: EventTarget, event: string, act: () => void): void =>
    target.addEventListener(event, act, { capture: true, signal });
  note(bench, 'compositionstart', () => {
    composing = true;
  });
  note(bench, 'compositionend', () => {
    composing = false;
  });
  note(bench, 'pointerdown', () => {
    pressing = true;
  });
  for (const event of ['pointerup', 'pointercancel']) {
    note(document, event, () => {
      pressing = false;
    });
  }
  return async () => {
    if (composing) await once(bench, 'compositionend');
    if (pressing) await once(document, 'pointerup');
  };
}

function once(target: EventTarget, event: string): Promise<unknown> {
  return new Promise((resolve) => {
    target.addEventListener(event, resolve, { once: true, capture: true });
  });
}
