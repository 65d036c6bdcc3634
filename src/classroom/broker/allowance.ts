/** How much somebody may still do: it fills up with time, and is spent with each thing done. */
export interface Allowance {
  /** Spends one, or as many as said; false when not so many are left, and then none is spent. */
  spend(now: number, count?: number): boolean;
}

/** `perSecond` in the long run, `burst` at once. */
export function openAllowance(perSecond: number, burst: number, now: number): Allowance {
  let [left, at] = [burst, now];
  return {
    spend(next, count = 1) {
      left = Math.min(burst, left + (Math.max(0, next - at) * perSecond) / 1000);
      at = next;
      if (left < count) return false;
      left -= count;
      return true;
    },
  };
}
