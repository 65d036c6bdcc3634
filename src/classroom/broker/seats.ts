/** The seats of a room, of which each learner who is connected has one. */
export interface Seats {
  /**
   * Seats a learner; who connects a second time shares the seat of the first connection. False when the room is full, or when it or this address
   * has brought too many different learners.
   */
  take(learner: string, address: string): boolean;
  /** One connection of a learner has ended. */
  leave(learner: string): void;
}

/** Over a whole class there may be more learners than at a time, since who comes back in another browser is somebody new. */
const learnersPerSeat = 4;

/** `roomSize` learners at a time; `perAddress` is as many connections as one address may have, so that none uses up the newcomers of all. */
export function openSeats({ roomSize, perAddress }: { readonly roomSize: number; readonly perAddress: number }): Seats {
  const seated = new Map<string, number>();
  const known = new Set<string>();
  const broughtBy = new Map<string, number>();
  return {
    take(learner, address) {
      const connections = seated.get(learner) ?? 0;
      if (connections === 0 && seated.size >= roomSize) return false;
      if (!known.has(learner)) {
        const brought = broughtBy.get(address) ?? 0;
        if (known.size >= roomSize * learnersPerSeat || brought >= perAddress * learnersPerSeat) return false;
        known.add(learner);
        broughtBy.set(address, brought + 1);
      }
      seated.set(learner, connections + 1);
      return true;
    },
    leave(learner) {
      const connections = (seated.get(learner) ?? 1) - 1;
      if (connections > 0) seated.set(learner, connections);
      else seated.delete(learner);
    },
  };
}
