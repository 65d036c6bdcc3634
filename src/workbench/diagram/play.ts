/** Whether the reader asked for pictures that stand still. */
export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Plays the start on a view of it: each connection in its turn. The motion is in the style sheet, under `data-playing`; the last state is there
 * from the beginning, so that nothing is lost where it is not played.
 */
export function play(view: HTMLElement): void {
  delete view.dataset['playing'];
  if (isCalm()) return;
  // Reading a length makes the browser forget the motion that was under way.
  void view.offsetWidth;
  view.dataset['playing'] = '';
  const motions = view.getAnimations({ subtree: true }).map(({ finished }) => finished);
  void Promise.all(motions).then(
    () => delete view.dataset['playing'],
    // Another play has begun, or the view is gone.
    () => undefined,
  );
}
