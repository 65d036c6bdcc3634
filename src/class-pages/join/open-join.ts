import { machineClock } from '../../classroom/clock.ts';
import { readRoomCode, showRoomCode } from '../../classroom/identity.ts';
import { openLearnerSession } from '../../classroom/learner/session.ts';
import { openTabLead } from '../../classroom/learner/tab-lead.ts';
import { openRoomMemory } from '../../classroom/memory.ts';
import { plainNick } from '../../classroom/plain-text.ts';
import { type ClassKey, type ClassWords, loadClassWords } from '../../messages/class.ts';
import { localeOf } from '../../messages/index.ts';
import { find, make } from '../../workbench/dom.ts';
import { readProgress, resumeAt } from '../../workbench/progress.ts';
import { readInvitation } from '../address.ts';
import { suggestNickname } from '../nickname.ts';
import { type Pass, readPass, writePass } from '../pass.ts';
import { standingsOf } from '../standings.ts';
import { transportFor, usualWay } from '../way.ts';
import { enterClass } from './enter-class.ts';
import { literalMessages } from './literal.ts';

type Step = 'code' | 'name' | 'said';

/** Leads from a link, or a code, into a class. Nothing is sent before “Join”. */
export async function openJoin(page: HTMLElement): Promise<void> {
  const words = await loadClassWords(localeOf(document.documentElement.lang));
  const name = find<HTMLInputElement>(page, '[data-name]');
  const code = find<HTMLInputElement>(page, '[data-code]');
  let pass: Pass | null = null;

  const show = (step: Step): void => {
    for (const part of page.querySelectorAll<HTMLElement>('[data-step]')) part.hidden = part.dataset['step'] !== step;
  };
  const tell = (sentence: string, actions: readonly HTMLElement[]): void => {
    show('said');
    find(page, '[data-said]').textContent = sentence;
    find(page, '[data-actions]').replaceChildren(...actions);
  };
  const act = (key: ClassKey, then: () => void): HTMLElement =>
    make('button', { type: 'button', class: 'button', onclick: then }, words(key));
  const lessons = (): HTMLElement =>
    make('a', { class: 'button button-lead', href: wayIn(page) }, words('join.lessons'));

  const askName = (invited: Pass): void => {
    pass = invited;
    find(page, '[data-room]').textContent = showRoomCode(invited.room);
    if (name.value === '') name.value = suggestNickname();
    showLiteral();
    show('name');
  };
  const showLiteral = (): void => {
    find(page, '[data-literal]').textContent = literalMessages(plainNick(name.value));
  };
  const askCode = (): void => {
    show('code');
    code.focus();
  };
  const retry = (): HTMLElement => act('join.retry', () => pass !== null && void join(pass));

  const join = async (wanted: Pass): Promise<void> => {
    tell(words('join.connecting'), []);
    const session = openLearnerSession({
      room: wanted.room,
      transport: await transportFor(wanted.way, wanted.room),
      memory: openRoomMemory(wanted.room, () => localStorage),
      nick: name.value,
      lang: document.documentElement.lang,
      lead: openTabLead(wanted.room),
    });
    for (const [exercise, standing] of standingsOf(readProgress())) session.note(exercise, standing);
    const stop = (): void => {
      isGivenUp = true;
      void session.close();
      askCode();
    };
    let isGivenUp = false;
    const welcome = await enterClass(session, machineClock, (passing) => {
      if (!isGivenUp) tell(words(`join.${passing}`), passing === 'connecting' ? [] : [act('join.other', stop)]);
    });
    if (isGivenUp) return;
    const isIn = welcome === 'joined' || welcome === 'waiting';
    if (isIn) writePass(wanted);
    tell(words(`join.${welcome}`), isIn ? [lessons()] : [retry(), act('join.other', askCode)]);
    await session.close();
    if (welcome === 'joined') location.assign(wayIn(page));
  };

  const begin = (): void => {
    const invitation = readInvitation(location.hash);
    const kept = readPass();
    if (invitation === 'foreign') tell(words('join.foreign'), [act('join.other', askCode)]);
    else if (kept !== null && (invitation === null || invitation.room === kept.room)) tellIn(kept);
    else if (invitation === null) askCode();
    else askName(invitation);
  };

  const tellIn = (kept: Pass): void => {
    const nick = openRoomMemory(kept.room, () => localStorage).read('nick') ?? '';
    const room = showRoomCode(kept.room);
    const sentence = nick === '' ? words('join.in', { room }) : words('join.in.named', { room, nick });
    tell(sentence, [lessons(), act('join.leave', () => void leave(kept, words, tell))]);
  };

  find(page, '[data-step="code"]').addEventListener('submit', (event) => {
    event.preventDefault();
    const room = readRoomCode(code.value);
    find(page, '[data-wrong]').hidden = room !== null;
    code.setAttribute('aria-invalid', String(room === null));
    if (room === null) code.focus();
    else askName({ room, way: wayOf(room) });
  });
  find(page, '[data-step="name"]').addEventListener('submit', (event) => {
    event.preventDefault();
    if (pass !== null) void join(pass);
  });
  find(page, '[data-again]').addEventListener('click', () => {
    name.value = suggestNickname();
    showLiteral();
  });
  find(page, '[data-other]').addEventListener('click', askCode);
  name.addEventListener('input', showLiteral);
  addEventListener('hashchange', begin);
  begin();
}

/** Leaves the class that this browser is in: the broker and this browser forget the learner. */
async function leave(
  { room, way }: Pass,
  words: ClassWords,
  tell: (sentence: string, actions: readonly HTMLElement[]) => void,
): Promise<void> {
  writePass(null);
  const memory = openRoomMemory(room, () => localStorage);
  const session = openLearnerSession({ room, transport: await transportFor(way, room), memory });
  await session.join().catch(() => undefined);
  await session.leave();
  tell(words('join.left'), []);
}

/** How the room of a typed code is reached: a room that this browser holds itself is in it. */
function wayOf(room: string): Pass['way'] {
  return openRoomMemory(room, () => localStorage).read('way') === 'tabs' ? 'tabs' : usualWay();
}

/** Where the learner goes on: the lesson of the exercise that is open, else the first. */
function wayIn(page: HTMLElement): string {
  const lessons = (page.dataset['lessons'] ?? '').split(' ');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#contents a[data-exercises]')];
  const open = readProgress().last === null ? null : resumeAt(links.map((link) => link.dataset['exercises'] ?? ''));
  return links.find((link) => link.dataset['exercises'] === open)?.href ?? lessons[0] ?? '';
}
