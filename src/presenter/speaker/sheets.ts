import { type Place, placeOf, type Steps } from '../place.ts';

/** The notes of a lesson, those of one slide in sight, with a preview of it and of the next. */
export interface Sheets {
  readonly steps: Steps;
  readonly minutes: readonly number[];
  /** The minutes of all slides before the one at hand. */
  minutesBefore(): number;
  place(): Place;
  fromAddress(): Place;
  show(place: Place): void;
}

export function bringSheets(room: HTMLElement): Sheets {
  const pages = [...room.querySelectorAll<HTMLElement>('[data-page]')];
  const end = room.querySelector<HTMLElement>('[data-end]');
  const said = room.querySelector<HTMLElement>('[data-said]');
  const steps = pages.map(({ dataset }) => Number(dataset['steps'] ?? 0));
  const minutes = pages.map(({ dataset }) => Number(dataset['minutes'] ?? 0));
  const exercises = pages.map(({ dataset }) => dataset['exercise'] ?? '');
  let at: Place = { slide: 0, step: 0 };
  fitPreviews(pages);

  return {
    steps,
    minutes,
    minutesBefore: () => minutes.slice(0, at.slide).reduce((sum, each) => sum + each, 0),
    place: () => at,
    fromAddress: () => placeOf(location.hash, steps, exercises) ?? { slide: 0, step: 0 },
    show: (place) => {
      const isNew = place.slide !== at.slide;
      at = place;
      for (const [index, page] of pages.entries()) {
        page.toggleAttribute('data-now', index === at.slide);
        page.toggleAttribute('data-next', index === at.slide + 1);
        page.toggleAttribute('data-revealed', index === at.slide && at.step > 0);
      }
      end?.toggleAttribute('data-next', at.slide === pages.length - 1);
      history.replaceState(null, '', `#${at.slide + 1}`);
      if (!isNew) return;
      const notes = pages[at.slide]?.querySelector<HTMLElement>('[data-notes]');
      notes?.scrollTo({ top: 0 });
      if (said !== null) said.textContent = notes?.getAttribute('aria-label') ?? '';
    },
  };
}

/** Slides are 64 rem wide; a preview shows them as wide as it is itself. */
function fitPreviews(pages: readonly HTMLElement[]): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!(target instanceof HTMLElement) || contentRect.width === 0) continue;
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      target.style.setProperty('--scale', String(contentRect.width / (64 * remPx)));
    }
  });
  for (const page of pages) {
    const frame = page.querySelector('.preview-frame');
    if (frame !== null) observer.observe(frame);
  }
}
