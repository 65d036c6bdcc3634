/** The part of the DOM's `Storage` that a class needs. */
export type ClassStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a browser keeps of one room, by name. It never throws: without storage it lasts as long as the page. */
export interface RoomMemory {
  read(name: string): string | null;
  /** Null forgets. */
  write(name: string, text: string | null): void;
}

/** Opens the memory of a room. A learner's is kept in `localStorage`, a host's secret in `sessionStorage`. */
export function openRoomMemory(room: string, storage: () => ClassStorage): RoomMemory {
  const own = new Map<string, string | null>();
  const keyOf = (name: string): string => `fargate-tips/v1/class/${room}/${name}`;
  return {
    read(name) {
      const known = own.get(name);
      if (known !== undefined) return known;
      try {
        return storage().getItem(keyOf(name));
      } catch {
        return null;
      }
    },
    write(name, text) {
      try {
        if (text === null) storage().removeItem(keyOf(name));
        else storage().setItem(keyOf(name), text);
        own.delete(name);
      } catch {
        own.set(name, text);
      }
    },
  };
}
