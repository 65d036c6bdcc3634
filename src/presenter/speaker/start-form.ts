import { momentAt, timeOfDay } from '../schedule.ts';
import { startShelf } from '../start.ts';

/**
 * Lets the speaker say when the course starts, with this lesson: at a time of day, or so that the slide at hand is on time now.
 * `minutesBefore` are those of the slides before it.
 */
export function bringStart(room: HTMLElement, lesson: string, minutesBefore: () => number, onChange: () => void): void {
  const form = room.querySelector<HTMLFormElement>('[data-start]');
  const field = room.querySelector<HTMLInputElement>('[data-start-at]');
  const forget = room.querySelector<HTMLElement>('[data-start-forget]');
  if (form === null || field === null || forget === null) throw new Error('the notes window is incomplete');
  const show = (): void => {
    const start = startShelf.read();
    forget.hidden = start === null;
    if (start !== null) field.value = timeOfDay(start.at);
    onChange();
  };
  const set = (at: number): void => {
    startShelf.change(() => ({ at, lesson }));
    show();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const at = momentAt(field.value, Date.now());
    if (at !== null) set(at);
  });
  form.querySelector('[data-start-now]')?.addEventListener('click', () => set(Date.now() - minutesBefore() * 60_000));
  forget.addEventListener('click', () => {
    startShelf.change(() => null);
    show();
  });
  startShelf.subscribe(show);
  show();
}
