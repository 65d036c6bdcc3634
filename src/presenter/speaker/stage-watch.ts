import { askEveryMs, goneAfterMs } from '../link.ts';

/** Whether the slides answer. */
export interface StageWatch {
  heard(): void;
  isLinked(): boolean;
}

/** Asks the slides where they are, again and again, and says when they have stopped to answer. */
export function bringStageWatch(
  room: HTMLElement,
  words: Readonly<Record<string, string>>,
  ask: () => void,
): StageWatch {
  const said = room.querySelector<HTMLElement>('[data-link-said]');
  let heardAt = Number.NEGATIVE_INFINITY;
  const isLinked = (): boolean => performance.now() - heardAt < goneAfterMs;
  const show = (): void => {
    const state = isLinked() ? 'open' : heardAt === Number.NEGATIVE_INFINITY ? 'waiting' : 'gone';
    if (room.dataset['linked'] === state) return;
    room.dataset['linked'] = state;
    if (said !== null) said.textContent = words[`link.${state}`] ?? '';
  };
  const again = (): void => {
    ask();
    show();
  };
  setInterval(again, askEveryMs);
  again();
  return {
    heard: () => {
      heardAt = performance.now();
      show();
    },
    isLinked,
  };
}
