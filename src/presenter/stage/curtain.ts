import { timeOfDay } from '../schedule.ts';

/** What hides the slide: black, or a break with the time when it goes on. */
export interface Curtain {
  black(): void;
  /** A break until then; 0 ends it. */
  rest(until: number): void;
  /** Brings the slide back. False where nothing hid it. */
  lift(): boolean;
}

export function bringCurtain(room: HTMLElement, words: Readonly<Record<string, string>>): Curtain {
  const curtain = room.querySelector<HTMLElement>('[data-curtain]');
  const rest = room.querySelector<HTMLElement>('[data-curtain-rest]');
  const until = room.querySelector<HTMLElement>('[data-rest-until]');
  if (curtain === null || rest === null || until === null) throw new Error('the stage is incomplete');
  const draw = (resting: boolean): void => {
    curtain.hidden = false;
    rest.hidden = !resting;
    curtain.focus();
  };
  const lift = (): boolean => {
    if (curtain.hidden) return false;
    curtain.hidden = true;
    return true;
  };
  return {
    black: () => draw(false),
    rest: (moment) => {
      if (moment === 0) lift();
      else {
        until.textContent = (words['break.back'] ?? '').replace('{time}', timeOfDay(moment));
        draw(true);
      }
    },
    lift,
  };
}
