import type { Link } from '../link.ts';

/** Puts a break on the screen, with the time when it goes on, and takes it away again. */
export function bringRest(room: HTMLElement, link: Link): void {
  const buttons = [...room.querySelectorAll<HTMLElement>('[data-rest]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const minutes = Number(button.dataset['rest'] ?? 0);
      link.say({ kind: 'rest', until: minutes === 0 ? 0 : Date.now() + minutes * 60_000 });
      for (const other of buttons) other.hidden = (minutes === 0) === (other.dataset['rest'] === '0');
    });
  }
}
