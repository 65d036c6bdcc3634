import { Readable } from 'node:stream';
import type { AedesPublishPacket } from 'aedes';
import { coversTopic, pollTopic, roomFilter, stateTopic } from '../topics.ts';

/** The part of aedes's memory that keeps what is retained; see `persistence` in its documentation. */
interface RetainedMemory {
  storeRetained(packet: AedesPublishPacket): unknown;
  createRetainedStreamCombi(filters: readonly string[]): Readable;
}

/**
 * Tells a learner who joins what is retained for all without a search through what is retained of everybody: as many searches as learners
 * took half of the broker's time while a room of 2,000 came in.
 * @source https://github.com/moscajs/aedes/blob/main/docs/Aedes.md (read 2026-11-24)
 */
export function keepClassAtHand(memory: RetainedMemory, room: string): void {
  const topics = [stateTopic(room), pollTopic(room)];
  const atHand = new Map<string, AedesPublishPacket>();
  const store = memory.storeRetained.bind(memory);
  const search = memory.createRetainedStreamCombi.bind(memory);
  memory.storeRetained = (packet) => {
    if (topics.includes(packet.topic)) atHand.set(packet.topic, { ...packet });
    return store(packet);
  };
  memory.createRetainedStreamCombi = (filters) => {
    if (filters.includes(roomFilter(room))) return search(filters);
    const isWanted = ({ topic, payload }: AedesPublishPacket): boolean =>
      payload.length > 0 && filters.some((filter) => coversTopic(filter, topic));
    return Readable.from([...atHand.values()].filter(isWanted));
  };
}
