import { makeSecret } from '../../classroom/identity.ts';
import { ConnectionError } from '../../classroom/transport.ts';
import { type BoardWords, loadBoardWords, loadClassWords } from '../../messages/class.ts';
import { find, make, sentence } from '../../workbench/dom.ts';
import { readHostInvitation } from '../address.ts';
import type { Way } from '../pass.ts';
import { listedBrokers } from '../way.ts';
import { readCourse } from './course.ts';
import { type KeptRoom, readKeptRoom, writeKeptRoom } from './kept-room.ts';
import { openBoard } from './open-board.ts';

/** Offers the ways to open a class, or goes on with the one that this tab or its link holds. */
export async function openBoardPage(page: HTMLElement): Promise<void> {
  const course = readCourse(document);
  const [words, classWords] = await Promise.all([loadBoardWords(course.locale), loadClassWords(course.locale)]);
  const start = find(page, '[data-start]');
  const said = find(page, '[data-said]');

  const open = async (room: KeptRoom): Promise<void> => {
    writeKeptRoom(room);
    said.textContent = words('start.opening');
    try {
      await openBoard(find(page, '[data-board]'), { room, course, words, classWords });
      start.hidden = true;
      find(page, '[data-board]').hidden = false;
    } catch (error) {
      writeKeptRoom(null);
      said.textContent = words(`fault.${error instanceof ConnectionError ? error.fault : 'unreachable'}`);
    }
  };
  const openNew = (way: Way): void => void open({ secret: makeSecret(), way, site: null, startedAt: Date.now() });

  find(page, '[data-ways]').replaceChildren(
    ...listedBrokers().map((way) => wayCard(words, way, () => openNew(way))),
    wayCard(words, 'tabs', () => openNew('tabs')),
  );
  const invitation = readHostInvitation(location.hash);
  const kept = readKeptRoom();
  if (invitation !== null) {
    // The secret does not stay in the address, where it would be shown, bookmarked or shared.
    history.replaceState(null, '', location.pathname);
    const startedAt = kept?.secret === invitation.secret ? kept.startedAt : Date.now();
    await open({ ...invitation, way: 'here', startedAt });
  } else if (kept !== null) await open(kept);
}

function wayCard(words: BoardWords, way: Way, open: () => void): HTMLElement {
  const isTabs = way === 'tabs';
  return make(
    'section',
    { class: 'class-way' },
    make('h2', {}, isTabs ? words('start.tabs') : words('start.broker', { host: URL.parse(way)?.host ?? way })),
    make('p', {}, ...sentence(words(isTabs ? 'start.tabs.text' : 'start.broker.text'))),
    make('button', { type: 'button', class: 'button button-lead', onclick: open }, words('start.open')),
  );
}
