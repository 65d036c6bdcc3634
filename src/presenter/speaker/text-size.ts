/** The sizes of the notes, in rem. */
const sizes = [0.9375, 1.0625, 1.25, 1.5, 1.875];

/** Larger and smaller notes, for a laptop that stands at arm's length. */
export function bringTextSize(room: HTMLElement): void {
  let size = 2;
  const set = (): void => room.style.setProperty('--notes-size', `${sizes[size]}rem`);
  for (const button of room.querySelectorAll<HTMLElement>('[data-size]')) {
    button.addEventListener('click', () => {
      size = Math.max(0, Math.min(size + Number(button.dataset['size']), sizes.length - 1));
      set();
    });
  }
  set();
}
