import type { Slides } from './slides.ts';

/** Goes to a slide by its number. */
export interface GoTo {
  open(): void;
  /** A digit was typed outside fields: the number begins with it. */
  typed(digit: string): void;
}

export function bringGoTo(room: HTMLElement, slides: Slides): GoTo {
  const form = room.querySelector<HTMLFormElement>('[data-goto]');
  const field = room.querySelector<HTMLInputElement>('[data-goto-number]');
  if (form === null || field === null) throw new Error('the stage is incomplete');
  const close = (): void => {
    form.hidden = true;
    slides.current().querySelector<HTMLElement>('[data-slide]')?.focus({ preventScroll: true });
  };
  const open = (text: string): void => {
    form.hidden = false;
    field.value = text;
    field.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const number = Number(field.value);
    close();
    if (Number.isInteger(number) && number > 0) slides.goTo(number - 1);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  field.addEventListener('blur', () => {
    form.hidden = true;
  });
  return { open: () => open(''), typed: open };
}
