import { type Wish, wishes } from '../wishes.ts';
import type { Tool } from './ink.ts';

/** The bar of controls. It hides while nobody moves a pointer over the slide; keyboard focus brings it back. */
export interface Tools {
  /** Marks the tool in hand. */
  show(tool: Tool | null): void;
}

/** How long the bar stays after the pointer has come to rest. */
const restMs = 2500;

export function bringTools(room: HTMLElement, obey: (wish: Wish) => void): Tools {
  const bar = room.querySelector<HTMLElement>('[data-tools]');
  if (bar === null) throw new Error('the stage is incomplete');
  bar.hidden = false;
  let timer = 0;
  room.addEventListener('pointermove', () => {
    room.dataset['awake'] = '';
    clearTimeout(timer);
    timer = window.setTimeout(() => delete room.dataset['awake'], restMs);
  });
  bar.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-wish]') : null;
    const wish = wishes.find((name) => name === button?.dataset['wish']);
    if (wish !== undefined) obey(wish);
  });
  return {
    show: (tool) => {
      for (const name of ['draw', 'erase'] as const) {
        bar.querySelector(`[data-wish=${name}]`)?.setAttribute('aria-pressed', String(tool === name));
      }
    },
  };
}
