/** Sizes of what a slide shows, as parts of its usual one: the least, the most, and what lies between two of them. */
const [least, most, step] = [0.45, 2.5, 0.05];

/**
 * Makes what slides show as small as it must be to fit their frames. All are laid out for a moment, between two pictures of the screen.
 * Measures are in rem, so that what fits once fits in a window of any size, and on paper.
 */
export async function fitSlides(room: HTMLElement): Promise<void> {
  await document.fonts.ready;
  room.dataset['measuring'] = '';
  for (const slide of room.querySelectorAll<HTMLElement>('.slide:not(:has(.bench))')) fitSlide(slide, 1);
  delete room.dataset['measuring'];
}

/** Makes what a slide shows as large as its frame lets it be. */
export function enlargeSlide(slide: HTMLElement): void {
  fitSlide(slide, most);
}

/** Makes what a slide shows at most as large as usual. */
export function shrinkSlide(slide: HTMLElement): void {
  fitSlide(slide, 1);
}

function fitSlide(slide: HTMLElement, from: number): void {
  slide.style.setProperty('--size', String(from));
  for (let size = from - step; size >= least && overflows(slide); size -= step) {
    slide.style.setProperty('--size', size.toFixed(2));
  }
}

/** True where the content is taller or wider than the room that the slide has for it. */
function overflows(slide: HTMLElement): boolean {
  const parts = [slide, ...slide.querySelectorAll('.slide-body, .slide-block, .slide-block > .private-subnet, pre')];
  return parts.some(
    ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
      scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
  );
}
