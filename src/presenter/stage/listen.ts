import { hasOwnKeys, isTyping } from '../fields.ts';
import { type Wish, wishOf } from '../wishes.ts';

/** What keys, clicker and fingers act on. */
export interface Listening {
  readonly obey: (wish: Wish) => void;
  readonly typed: (digit: string) => void;
  readonly isDrawing: () => boolean;
  /** Brings a hidden slide back; false where it was not hidden. */
  readonly lift: () => boolean;
}

/** How far a finger has to go sideways, in CSS pixels. */
const swipeLength = 60;

/** Listens to keys, to a clicker, which sends keys, and to swipes. */
export function listen(room: HTMLElement, { obey, typed, isDrawing, lift }: Listening): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && event.shiftKey && leaveBench(event)) return;
    if (hasOwnKeys(event.target, event.key)) return;
    const isDigit = /^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const wish = wishOf(event);
    if (wish === null && !isDigit) return;
    event.preventDefault();
    if (isDigit) typed(event.key);
    else if (wish !== null) obey(wish);
  });
  room.querySelector('[data-curtain]')?.addEventListener('click', () => void lift());
  room.addEventListener('dblclick', ({ target }) => {
    if (target instanceof Element && target.closest('[data-block-of]') !== null && !isDrawing()) obey('enlarge');
  });
  listenToFingers(room, obey, isDrawing);
}

/** Hands the keys back from a bench to the slides. */
function leaveBench(event: KeyboardEvent): boolean {
  const { target } = event;
  const bench = target instanceof Element ? target.closest('.bench') : null;
  if (bench === null) return false;
  event.preventDefault();
  bench.closest<HTMLElement>('[data-slide]')?.focus({ preventScroll: true });
  return true;
}

function listenToFingers(room: HTMLElement, obey: (wish: Wish) => void, isDrawing: () => boolean): void {
  let start: { readonly x: number; readonly y: number } | null = null;
  room.addEventListener('pointerdown', ({ pointerType, clientX, clientY, isPrimary, target }) => {
    const isFree =
      target instanceof Element && target.closest('.bench, .astro-code, pre') === null && !isTyping(target);
    start = pointerType === 'touch' && isPrimary && isFree && !isDrawing() ? { x: clientX, y: clientY } : null;
  });
  room.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (start === null) return;
    const [x, y] = [clientX - start.x, clientY - start.y];
    start = null;
    if (Math.abs(x) > swipeLength && Math.abs(x) > 2 * Math.abs(y)) obey(x < 0 ? 'next' : 'previous');
  });
  room.addEventListener('pointercancel', () => {
    start = null;
  });
}
