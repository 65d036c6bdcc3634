import { readRoomCode, showRoomCode } from '../classroom/identity.ts';
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

/** What the link of an instructor says: the secret of the room, and where learners find the site when it is not here. */
export interface HostInvitation {
  readonly secret: string;
  readonly site: string | null;
}

/** Reads the fragment of an instructor's link, `#host=<secret>`; null when it is none. */
export function readHostInvitation(fragment: string): HostInvitation | null {
  const said = new URLSearchParams(fragment.replace(/^#/, ''));
  const secret = said.get('host');
  if (secret === null || !/^[0-9a-z]{26}$/.test(secret)) return null;
  const site = URL.parse(said.get('site') ?? '');
  return { secret, site: site !== null && /^https?:$/.test(site.protocol) ? site.href : null };
}
