import { fitSlides } from '../fit.ts';
import { openLink } from '../link.ts';
import type { Wish } from '../wishes.ts';
import { bringCurtain } from './curtain.ts';
import { bringGoTo } from './go-to.ts';
import { bringInk } from './ink.ts';
import { listen } from './listen.ts';
import { bringNotesWindow } from './notes-window.ts';
import { bringOverview } from './overview.ts';
import { bringPrint } from './print.ts';
import { bringSlides } from './slides.ts';
import { bringTools } from './tools.ts';

/** Brings the slides of a lesson to life: keys, clicker, touch, the speaker's window, and what is laid over a slide. */
export function openStage(room: HTMLElement): void {
  const words = JSON.parse(room.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
  void fitSlides(room);
  const notice = bringNotice(room);
  const slides = bringSlides(room, words);
  const curtain = bringCurtain(room, words);
  const ink = bringInk(room);
  const overview = bringOverview(room, slides);
  const goTo = bringGoTo(room, slides);
  const say = (): void => link.say({ kind: 'at', lesson: slides.lesson, anchor: slides.anchor(), ...slides.place() });
  const link = openLink((word) => {
    if (word.kind === 'ask') notesWindow.answered();
    if (word.kind === 'wish') obey(word.wish);
    if (word.kind === 'go') slides.goTo(word.slide);
    if (word.kind === 'rest') curtain.rest(word.until);
    if (word.kind !== 'at') say();
  });
  const notesWindow = bringNotesWindow(
    room,
    slides,
    () => notice(words['notes.blocked'] ?? ''),
    () => notice(words['link.lost'] ?? ''),
  );
  const help = room.querySelector<HTMLDialogElement>('[data-help]');
  const print = bringPrint(room);

  const deeds: Readonly<Record<Wish, () => void>> = {
    next: () => (overview.isOpen() ? overview.move(1) : slides.next()),
    previous: () => (overview.isOpen() ? overview.move(-1) : slides.previous()),
    first: () => slides.goTo(0),
    last: () => slides.goTo(Number.POSITIVE_INFINITY),
    black: () => curtain.black(),
    overview: () => overview.toggle(),
    goto: () => goTo.open(),
    notes: () => notesWindow.open(),
    here: () => room.toggleAttribute('data-notes-here'),
    draw: () => ink.use('draw'),
    erase: () => ink.use('erase'),
    clear: () => ink.clear(slides.current()),
    enlarge: () => slides.enlarge(),
    full: () => toggleFullScreen(),
    theme: () => room.querySelector<HTMLElement>('[data-theme-switch]')?.click(),
    help: () => help?.showModal(),
    print: () => print.ask(),
    leave: () => {
      if (!ink.putAway() && !overview.close()) slides.shrink();
    },
  };
  const obey = (wish: Wish): void => {
    notice('');
    if (curtain.lift()) return;
    deeds[wish]();
    tools.show(ink.tool());
  };
  const tools = bringTools(room, obey);
  slides.onMove(() => {
    ink.putAway();
    tools.show(null);
    say();
  });
  listen(room, { obey, typed: goTo.typed, isDrawing: () => ink.tool() !== null, lift: curtain.lift });
  say();
}

/** One line for what could not be done; empty takes it away. */
function bringNotice(room: HTMLElement): (sentence: string) => void {
  const place = room.querySelector('[data-notice]');
  return (sentence) => {
    if (place !== null && place.textContent !== sentence) place.textContent = sentence;
  };
}

function toggleFullScreen(): void {
  // Some browsers have no full screen, others refuse it; the slide is shown all the same.
  const done =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  done?.catch(() => undefined);
}
