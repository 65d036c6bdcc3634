import { resolve } from 'node:path';
import { anonymousLearners } from '../src/classroom/adapters/mqtt.ts';
import { makeSecret, roomOf, showRoomCode } from '../src/classroom/identity.ts';
import type { ClassOptions, MosquittoOptions } from './class-options.ts';
import { writeMosquittoRoom } from './mosquitto.ts';

/** Writes the files of a room for mosquitto; says in a page what to do with them, and which links lead to the room. */
export function prepareMosquittoRoom(
  { port, roomSize, tls, secret }: ClassOptions,
  { folder, site, broker }: MosquittoOptions,
): string {
  const hostSecret = secret ?? makeSecret();
  const room = roomOf(hostSecret);
  // Behind a proxy that speaks TLS nobody else is to reach mosquitto.
  writeMosquittoRoom(folder, { room, hostSecret, roomSize, port, isLocal: tls === null, tls });
  const brokerOfBuild = `${broker}${anonymousLearners}`;
  const way = `&way=${encodeURIComponent(brokerOfBuild)}`;
  return `
  A room for mosquitto is in ${resolve(folder)}. Start it there:

  cd ${folder} && mosquitto -c mosquitto.conf

  ${tls === null ? `It listens at 127.0.0.1:${port}, for a proxy that speaks TLS at ${broker}` : `It listens at port ${port}, for ${broker}`}
  The site has to be built with PUBLIC_CLASS_BROKERS="${brokerOfBuild}".

  Learners  ${site}join/#${showRoomCode(room)}${way}
  Code      ${showRoomCode(room)}

  You       ${site}class/#host=${hostSecret}${way}
            Show it to nobody: whoever has it holds the class.
`;
}
