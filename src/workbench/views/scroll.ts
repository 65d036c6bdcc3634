/** Brings a part of a panel into the panel's view; `scrollIntoView` would move the page as well. */
export function scrollWithin(panel: HTMLElement, part: HTMLElement): void {
  const [outer, inner] = [panel.getBoundingClientRect(), part.getBoundingClientRect()];
  const isSeen = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!isSeen) panel.scrollTop += inner.top - outer.top - Math.min(48, outer.height / 6);
}

/** Where all stands in one column, what was asked for stands below what one has typed: brings it to the top of the window. */
export function showBelow(part: HTMLElement): void {
  if (!matchMedia('(max-width: 899px)').matches) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  part.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' });
}

/** Shows from its beginning what has just been opened: in its panel, or in the window where the panel is as long as what it holds. */
export function showOpened(part: HTMLElement): void {
  const panel = part.closest<HTMLElement>('.panel');
  if (panel === null) return;
  if (panel.scrollHeight > panel.clientHeight + 1) scrollWithin(panel, part);
  // The foot of the bench covers the end of the window.
  else if (part.getBoundingClientRect().bottom > innerHeight * 0.85) part.scrollIntoView({ block: 'start' });
}
