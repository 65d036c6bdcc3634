/** No smaller than this: what needs less has to be enlarged, or read in the lesson. */
const smallest = 0.45;
const step = 0.05;

/**
 * Makes what slides show as small as it must be to fit their frames. All are laid out for a moment, between two pictures of the screen.
 * Measures are in rem, so that what fits once fits in a window of any size, and on paper.
 */
export async function fitSlides(room: HTMLElement): Promise<void> {
  await document.fonts.ready;
  room.dataset['measuring'] = '';
  for (const slide of room.querySelectorAll<HTMLElement>('.slide')) fitSlide(slide);
  delete room.dataset['measuring'];
}

function fitSlide(slide: HTMLElement): void {
  for (let size = 1 - step; size >= smallest && overflows(slide); size -= step) {
    slide.style.setProperty('--shrink', size.toFixed(2));
  }
}

/** True where the content is taller than the room that the slide has for it. */
function overflows(slide: HTMLElement): boolean {
  return [slide, slide.querySelector<HTMLElement>('.slide-body')].some(
    (part) => part !== null && part.scrollHeight > part.clientHeight + 1,
  );
}
