import type { HostSession } from '../../classroom/host/types.ts';
import type { RoomMemory } from '../../classroom/memory.ts';
import type { Place } from '../../classroom/wire/types.ts';
import { type LinkWord, openLink } from '../../presenter/link.ts';

/** Whether the slides that are turned in this browser take the class along. */
export interface SlideLead {
  isOn(): boolean;
  /** Switched on, it goes at once to where the slides are, as far as they have said so. */
  set(isOn: boolean): void;
}

/**
 * Listens to the presentation of this browser. The stage also answers its speaker's window, twice a second: only a place that is another than
 * the one before moves the class, so that what the instructor chooses by hand stays until the next turn.
 */
export function openSlideLead(
  session: Pick<HostSession, 'moveTo'>,
  lessons: readonly string[],
  memory: RoomMemory,
  open: (hear: (word: LinkWord) => void) => unknown = openLink,
): SlideLead {
  let isOn = memory.read('slides') !== 'off';
  let heard: Place | null = null;
  open((word) => {
    const place = word.kind === 'at' ? placeOf(word, lessons) : null;
    if (place === null || (place.lesson === heard?.lesson && place.step === heard.step)) return;
    heard = place;
    if (isOn) session.moveTo(place, 'slides');
  });
  return {
    isOn: () => isOn,
    set(next) {
      isOn = next;
      memory.write('slides', isOn ? null : 'off');
      if (isOn && heard !== null) session.moveTo(heard, 'slides');
    },
  };
}

/** A place as the class may name it; null for a lesson that the class does not know. */
function placeOf({ lesson, anchor }: Extract<LinkWord, { kind: 'at' }>, lessons: readonly string[]): Place | null {
  if (!lessons.includes(lesson)) return null;
  return /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(anchor) ? { lesson, step: anchor } : { lesson };
}
