import { readRoomCode, roomOf, showRoomCode } from '../classroom/identity.ts';
import type { Way } from './pass.ts';
import { isKnownWay, usualWay } from './way.ts';

/** What a link to a class says. `foreign`: it names a broker that this site does not use. */
export type Invitation = { readonly room: string; readonly way: Way } | 'foreign' | null;

/**
 * Reads the fragment of a link to a class: `#k3v9-h7k2-0qwx`, with `&way=` where it is not the usual one. A fragment is never sent to the
 * server of the site.
 */
export function readInvitation(fragment: string): Invitation {
  const [code = '', ...rest] = fragment.replace(/^#/, '').split('&');
  const room = readRoomCode(code);
  if (room === null) return null;
  const named = new URLSearchParams(rest.join('&')).get('way');
  const way = (named ?? usualWay()) as Way;
  return isKnownWay(way) ? { room, way } : 'foreign';
}

/** The fragment of the link to a class. */
export function writeInvitation(room: string, way: Way): string {
  const named = way === usualWay() ? '' : `&way=${encodeURIComponent(way)}`;
  return `#${showRoomCode(room)}${named}`;
}

/** What opens a board: the secret of the room, or the pass of an assistant, who may answer learners and leads nothing. */
export type BoardKey =
  | { readonly role: 'host'; readonly secret: string }
  | { readonly role: 'cohost'; readonly room: string; readonly token: string };

/** What a link to a board says. */
export interface BoardInvitation {
  readonly key: BoardKey;
  /** Where learners find the site when it is not here; null otherwise. */
  readonly site: string | null;
  readonly way: Way;
}

/** Reads the fragment of a link to a board: `#host=<secret>` or `#assist=<token>&room=<code>`, with `&site=` and `&way=`. */
export function readBoardInvitation(fragment: string): BoardInvitation | 'foreign' | null {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const key = readKey(said);
  if (key === null) return null;
  const way = (said.get('way') ?? usualWay()) as Way;
  if (!isKnownWay(way)) return 'foreign';
  const site = URL.parse(said.get('site') ?? '');
  return { key, site: site !== null && /^https?:$/.test(site.protocol) ? site.href : null, way };
}

/** The fragment of a link to a board. */
export function writeBoardInvitation({ key, site, way }: BoardInvitation): string {
  const said = new URLSearchParams(
    key.role === 'host' ? { host: key.secret } : { assist: key.token, room: showRoomCode(key.room) },
  );
  if (site !== null) said.set('site', site);
  if (way !== usualWay()) said.set('way', way);
  return `#${said}`;
}

/** The room that a key belongs to. */
export const roomOfKey = (key: BoardKey): string => (key.role === 'host' ? roomOf(key.secret) : key.room);

function readKey(said: URLSearchParams): BoardKey | null {
  const secret = said.get('host') ?? '';
  if (/^[0-9a-z]{26}$/.test(secret)) return { role: 'host', secret };
  const [token, room] = [said.get('assist') ?? '', readRoomCode(said.get('room') ?? '')];
  if (room === null || !/^cohost\.\d{1,16}\.[0-9a-z]{52}$/.test(token)) return null;
  return { role: 'cohost', room, token };
}
