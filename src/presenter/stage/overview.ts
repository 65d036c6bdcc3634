import type { Slides } from './slides.ts';

/** All slides at once, to choose one. */
export interface Overview {
  toggle(): void;
  /** False where it was not open. */
  close(): boolean;
  isOpen(): boolean;
  /** Moves the choice by this many slides. */
  move(by: number): void;
}

export function bringOverview(room: HTMLElement, slides: Slides): Overview {
  const covers = [...room.querySelectorAll<HTMLElement>('[data-cover]')];
  const isOpen = (): boolean => room.hasAttribute('data-overview');
  const set = (open: boolean): void => {
    room.toggleAttribute('data-overview', open);
    for (const cover of covers) cover.hidden = !open;
    for (const page of slides.pages) {
      const slide = page.querySelector<HTMLElement>('[data-slide]');
      if (slide !== null) slide.inert = open;
    }
    if (open) choose(slides.place().slide);
    else slides.current().querySelector<HTMLElement>('[data-slide]')?.focus({ preventScroll: true });
  };
  const choose = (slide: number): void => covers[Math.max(0, Math.min(slide, covers.length - 1))]?.focus();
  for (const [slide, cover] of covers.entries()) {
    cover.addEventListener('click', () => {
      set(false);
      slides.goTo(slide);
    });
  }
  return {
    toggle: () => set(!isOpen()),
    close: () => {
      if (!isOpen()) return false;
      set(false);
      return true;
    },
    isOpen,
    move: (by) => choose(covers.indexOf(document.activeElement as HTMLElement) + by),
  };
}
