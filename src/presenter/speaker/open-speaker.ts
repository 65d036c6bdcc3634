import type { CoursePlan } from '../deck/deck.ts';
import { hasOwnKeys } from '../fields.ts';
import { fitSlides } from '../fit.ts';
import { openLink } from '../link.ts';
import { type Place, placeAfter, placeAt, placeBefore } from '../place.ts';
import { wishOf } from '../wishes.ts';
import { bringGauges } from './gauges.ts';
import { bringRest } from './rest.ts';
import { bringSheets } from './sheets.ts';
import { bringStageWatch } from './stage-watch.ts';
import { bringStart } from './start-form.ts';
import { bringTextSize } from './text-size.ts';

type Turn = 'next' | 'previous' | 'first' | 'last' | 'black';

/** Brings the speaker's window to life. It follows the slides where they are open in this browser, and turns by itself where not. */
export function openSpeaker(room: HTMLElement): void {
  const words = JSON.parse(room.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
  const plan = JSON.parse(room.dataset['plan'] ?? '') as CoursePlan;
  const addresses = JSON.parse(room.dataset['addresses'] ?? '{}') as Readonly<Record<string, string>>;
  const lesson = room.dataset['lesson'] ?? '';
  void fitSlides(room);
  const sheets = bringSheets(room);
  const gauges = bringGauges(room, plan, sheets.minutes, words);

  const show = (place: Place): void => {
    sheets.show(place);
    gauges.moved(place.slide);
  };
  const link = openLink((word) => {
    if (word.kind !== 'at') return;
    watch.heard();
    if (word.lesson !== lesson) {
      const address = addresses[word.lesson];
      if (address !== undefined) location.replace(`${address}#${word.slide + 1}`);
    } else show({ slide: word.slide, step: word.step });
  });
  const watch = bringStageWatch(room, words, () => link.say({ kind: 'ask' }));
  const turnAlone = (turn: Turn): void => {
    const { place, steps } = sheets;
    const targets: Readonly<Record<Turn, Place | null>> = {
      next: placeAfter(place(), steps),
      previous: placeBefore(place(), steps),
      first: placeAt(0, steps),
      last: placeAt(steps.length - 1, steps),
      black: null,
    };
    const target = targets[turn];
    if (target !== null) show(target);
    else if (turn === 'next' || turn === 'previous') turnPage(plan, addresses, turn);
  };
  const turn = (wish: Turn): void => {
    if (watch.isLinked()) link.say({ kind: 'wish', wish });
    else turnAlone(wish);
  };
  listen(room, turn);
  bringStart(room, lesson, sheets.minutesBefore, gauges.tick);
  bringRest(room, link);
  bringTextSize(room);
  addEventListener('hashchange', () => show(sheets.fromAddress()));
  show(sheets.fromAddress());
}

/** On to the notes of the next lesson, or back to those of the one before. */
function turnPage(
  { lessons, here }: CoursePlan,
  addresses: Readonly<Record<string, string>>,
  turn: 'next' | 'previous',
): void {
  const neighbour = lessons[here + (turn === 'next' ? 1 : -1)];
  const address = neighbour === undefined ? undefined : addresses[neighbour.slug];
  if (address !== undefined) location.assign(turn === 'next' ? address : `${address}#last`);
}

const turns: readonly Turn[] = ['next', 'previous', 'first', 'last', 'black'];

function listen(room: HTMLElement, turn: (wish: Turn) => void): void {
  document.addEventListener('keydown', (event) => {
    const wish = turns.find((name) => name === wishOf(event));
    // The arrows up and down scroll the notes.
    if (wish === undefined || hasOwnKeys(event.target, event.key) || /^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    turn(wish);
  });
  room.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-wish]') : null;
    const wish = turns.find((name) => name === button?.dataset['wish']);
    if (wish !== undefined) turn(wish);
  });
}
