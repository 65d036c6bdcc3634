import { momentAt, timeOfDay } from '../schedule.ts';
import { startShelf } from '../start.ts';

/** Fills the timetable with times of day, and keeps the start for the speaker's window. */
function openCourse(room: HTMLElement): void {
  const field = room.querySelector<HTMLInputElement>('[data-course-time]');
  if (field === null) return;
  const show = (): void => {
    const start = momentAt(field.value, Date.now());
    let passed = 0;
    for (const row of room.querySelectorAll<HTMLElement>('[data-takes]')) {
      const time = row.querySelector('[data-time]');
      if (time !== null && start !== null) time.textContent = timeOfDay(start + passed * 60_000);
      passed += Number(row.dataset['takes'] ?? 0);
    }
  };
  const start = startShelf.read();
  if (start !== null) field.value = timeOfDay(start.at);
  field.addEventListener('input', () => {
    const at = momentAt(field.value, Date.now());
    if (at !== null) startShelf.change(() => ({ at, lesson: room.dataset['first'] ?? '' }));
    show();
  });
  show();
  const button = room.querySelector<HTMLElement>('[data-print]');
  if (button !== null) button.hidden = false;
  button?.addEventListener('click', () => print());
}

const room = document.querySelector<HTMLElement>('[data-course]');
if (room !== null) openCourse(room);
