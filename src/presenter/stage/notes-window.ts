import { goneAfterMs } from '../link.ts';
import type { Slides } from './slides.ts';

/** The speaker's window. */
export interface NotesWindow {
  open(): void;
  /** The window has just asked where the slides are: it is there. */
  answered(): void;
}

/** Opens the speaker's window, one for all lessons, and tells when it has gone silent. */
export function bringNotesWindow(
  room: HTMLElement,
  slides: Slides,
  onBlocked: () => void,
  onLost: () => void,
): NotesWindow {
  let timer = 0;
  return {
    open: () => {
      const address = `${room.dataset['notes'] ?? ''}#${slides.place().slide + 1}`;
      const opened = window.open(address, 'fargate-tips-notes', 'popup,width=1180,height=800');
      if (opened === null) onBlocked();
      else opened.focus();
    },
    answered: () => {
      room.dataset['linked'] = '';
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        delete room.dataset['linked'];
        // A hidden page's clock is slow: nobody looks at it, and the next word wakes it.
        if (!document.hidden) onLost();
      }, goneAfterMs * 2);
    },
  };
}
