import { makeSecret } from '../../classroom/identity.ts';
import { ConnectionError } from '../../classroom/transport.ts';
import { type BoardWords, loadBoardWords, loadClassWords } from '../../messages/class.ts';
import { find, make, sentence } from '../../workbench/dom.ts';
import { readBoardInvitation } from '../address.ts';
import type { Way } from '../pass.ts';
import { listedBrokers } from '../way.ts';
import { readCourse } from './course.ts';
import { button } from './desk.ts';
import { type KeptRoom, readKeptRoom, writeKeptRoom } from './kept-room.ts';
import { openBoard } from './open-board.ts';

/** Offers the ways to open a class, or goes on with the one that this tab or its link holds. */
export async function openBoardPage(page: HTMLElement): Promise<void> {
  const course = readCourse(document);
  const [words, classWords] = await Promise.all([loadBoardWords(course.locale), loadClassWords(course.locale)]);
  const start = find(page, '[data-start]');
  const said = find(page, '[data-said]');

  const ways = find(page, '[data-ways]');
  /** The next try comes by itself; whoever does not want to wait chooses another way. */
  const unreachable = (fault: 'unreachable' | 'full'): void => {
    const startOver = (): void => {
      writeKeptRoom(null);
      location.reload();
    };
    said.replaceChildren(words(`fault.${fault}`), ' ', button(words('start.over'), startOver));
  };

  const open = async (room: KeptRoom): Promise<void> => {
    writeKeptRoom(room);
    said.textContent = words('start.opening');
    ways.inert = true;
    try {
      await openBoard(find(page, '[data-board]'), { room, course, words, classWords, unreachable });
      start.hidden = true;
      find(page, '[data-board]').hidden = false;
    } catch (error) {
      writeKeptRoom(null);
      ways.inert = false;
      said.textContent = words(`fault.${error instanceof ConnectionError ? error.fault : 'unreachable'}`);
    }
  };
  const openNew = (way: Way): void =>
    void open({ key: { role: 'host', secret: makeSecret() }, way, site: null, startedAt: Date.now() });

  ways.replaceChildren(
    ...listedBrokers().map((way) => wayCard(words, way, () => openNew(way))),
    wayCard(words, 'tabs', () => openNew('tabs')),
  );
  const invitation = readBoardInvitation(location.hash);
  const kept = readKeptRoom();
  if (invitation === 'foreign') said.textContent = words('fault.foreign');
  else if (invitation !== null) {
    // The secret does not stay in the address, where it would be shown, bookmarked or shared.
    history.replaceState(null, '', location.pathname);
    await open({ ...invitation, startedAt: Date.now() });
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
