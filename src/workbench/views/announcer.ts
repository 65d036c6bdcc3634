import { find } from '../dom.ts';

const pauseMs = 300;

/** Says things to a screen reader, politely. The same sentence again is said again: the region is emptied for a moment. */
export function bringAnnouncer(bench: HTMLElement): (sentence: string) => void {
  const region = find(bench, '[data-live]');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (sentence) => {
    clearTimeout(waiting);
    region.textContent = '';
    waiting = setTimeout(() => {
      region.textContent = sentence.replaceAll('`', '');
    }, pauseMs);
  };
}
