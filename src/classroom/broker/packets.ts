import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { openAllowance } from './allowance.ts';

/**
 * A learner's page acknowledges what the instructor says, asks every 30 s whether the broker is there, and sends a message in two
 * seconds. A page that comes back after a while without network catches up at once.
 */
const [packetsPerSecond, packetBurst] = [20, 200];

/**
 * Cuts a connection that sends packets, of whatever kind, faster than any page does: pings and acknowledgements cost a broker work too.
 * `isLimited` is asked while it counts. What was in the frame that went too far is not read.
 */
export function limitPackets(socket: WebSocket, stream: Duplex, now: () => number, isLimited: () => boolean): void {
  const allowance = openAllowance(packetsPerSecond, packetBurst, now());
  const countPackets = openPacketCounter();
  const spend = (packets: number): void => {
    if (!allowance.spend(now(), packets) && isLimited()) stream.destroy();
  };
  // Ahead of the listener that hands the frame on.
  socket.prependListener('message', (frame: Uint8Array) => spend(Math.max(1, countPackets(frame))));
  // WebSocket has pings of its own.
  socket.on('ping', () => spend(1));
  socket.on('pong', () => spend(1));
}

/**
 * Counts the packets that begin in the bytes of one connection, which come in pieces of any size. A packet is its kind in a byte, the
 * length of the rest in one to four, seven bits each and the lowest first, and the rest.
 * @source https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html#_Toc398718023 (read 2026-11-24)
 * @example openPacketCounter()(Uint8Array.of(0xc0, 0, 0xc0, 0)) // => 2
 */
export function openPacketCounter(): (bytes: Uint8Array) => number {
  let left = 0;
  let length = 0;
  /** Of the next byte in the length; null before a packet. */
  let shift: number | null = null;
  return (bytes) => {
    let packets = 0;
    for (let at = 0; at < bytes.length; ) {
      if (left > 0) {
        const skipped = Math.min(left, bytes.length - at);
        [left, at] = [left - skipped, at + skipped];
        continue;
      }
      const byte = bytes[at++] ?? 0;
      if (shift === null) {
        packets++;
        [length, shift] = [0, 0];
        continue;
      }
      length |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128 || shift > 21) [left, shift] = [length, null];
    }
    return packets;
  };
}
