import { enlargeSlide, shrinkSlide } from '../fit.ts';
import { type Place, placeAfter, placeAt, placeBefore, placeOf } from '../place.ts';

/** The slides of the page, one of which is shown. */
export interface Slides {
  readonly lesson: string;
  readonly pages: readonly HTMLElement[];
  place(): Place;
  current(): HTMLElement;
  /** Where the lesson says what the slide shows: the id of a heading or exercise; empty at its beginning. */
  anchor(): string;
  /** One step on, or to the next lesson. */
  next(): void;
  previous(): void;
  /** To a slide, from 0; beyond the ends to the first or last. The way back stays in the browser's history. */
  goTo(slide: number): void;
  /** The slide's drawing, table or log over the whole screen, and back. */
  enlarge(): void;
  shrink(): void;
  onMove(listener: () => void): void;
}

/** Shows one slide at a time, as the address says. */
export function bringSlides(room: HTMLElement, words: Readonly<Record<string, string>>): Slides {
  const pages = [...room.querySelectorAll<HTMLElement>('[data-page]')];
  const steps = pages.map(({ dataset }) => Number(dataset['steps'] ?? 0));
  const exercises = pages.map(({ dataset }) => dataset['exercise'] ?? '');
  const listeners = new Set<() => void>();
  const start: Place = { slide: 0, step: 0 };
  let at = placeOf(location.hash, steps, exercises) ?? start;

  const show = (place: Place, history: 'replace' | 'push' | 'none'): void => {
    const hadFocus = pages[at.slide]?.contains(document.activeElement) ?? false;
    if (place.slide !== at.slide) setEnlarged(pages[at.slide], false);
    at = place;
    for (const [index, page] of pages.entries()) {
      page.toggleAttribute('data-current', index === at.slide);
    }
    pages[at.slide]?.toggleAttribute('data-revealed', at.step > 0);
    announce(room, pages, at, words);
    if (hadFocus) pages[at.slide]?.querySelector<HTMLElement>('[data-slide]')?.focus({ preventScroll: true });
    const address = `#${at.slide + 1}`;
    if (history === 'push') window.history.pushState(null, '', address);
    if (history === 'replace') window.history.replaceState(null, '', address);
    if (history !== 'none') scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  };
  const follow = (): void => show(placeOf(location.hash, steps, exercises) ?? start, 'none');
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
  show(at, 'none');

  return {
    lesson: room.dataset['lesson'] ?? '',
    pages,
    place: () => at,
    current: () => pages[at.slide] ?? room,
    anchor: () => pages[at.slide]?.dataset['anchor'] ?? '',
    next: () => {
      const place = placeAfter(at, steps);
      if (place !== null) show(place, 'replace');
      else leaveFor(room.dataset['next']);
    },
    previous: () => {
      const place = placeBefore(at, steps);
      if (place !== null) show(place, 'replace');
      else leaveFor(room.dataset['previous'], '#last');
    },
    goTo: (slide) => {
      const { slide: within } = placeAt(slide, steps);
      if (within !== at.slide) show({ slide: within, step: 0 }, 'push');
    },
    enlarge: () => setEnlarged(pages[at.slide], !pages[at.slide]?.hasAttribute('data-enlarged')),
    shrink: () => setEnlarged(pages[at.slide], false),
    onMove: (listener) => listeners.add(listener),
  };
}

/** Only what has a drawing, table, log or code can be enlarged. */
function setEnlarged(page: HTMLElement | undefined, enlarged: boolean): void {
  const slide = page?.querySelector<HTMLElement>('[data-slide]:has([data-block-of])');
  if (page === undefined || !slide || page.hasAttribute('data-enlarged') === enlarged) return;
  page.toggleAttribute('data-enlarged', enlarged);
  if (enlarged) enlargeSlide(slide);
  else shrinkSlide(slide);
}

function leaveFor(address: string | undefined, hash = ''): void {
  if (address !== undefined) location.assign(`${address}${hash}`);
}

function announce(
  room: HTMLElement,
  pages: readonly HTMLElement[],
  { slide, step }: Place,
  words: Readonly<Record<string, string>>,
): void {
  const said = room.querySelector('[data-said]');
  const page = pages[slide];
  const label = page?.querySelector('[data-slide]')?.getAttribute('aria-label') ?? '';
  const answer = page?.querySelector('[data-correct]')?.textContent ?? '';
  if (said !== null) said.textContent = step > 0 ? answer.replace(/\s+/g, ' ').trim() : label;
  const number = room.querySelector('[data-number]');
  if (number === null) return;
  number.textContent = `${slide + 1} / ${pages.length}`;
  const name = (words['tools.number'] ?? '').replace('{number}', String(slide + 1));
  number.setAttribute('aria-label', name.replace('{count}', String(pages.length)));
}
