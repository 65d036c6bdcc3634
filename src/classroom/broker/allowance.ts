/** How much somebody may still do: it fills up with time, and is spent with each thing done. */
export interface Allowance {
  /** Spends one; false when nothing is left. */
  spend(now: number): boolean;
}

/** `perSecond` in the long run, `burst` at once. */
export function openAllowance(perSecond: number, burst: number, now: number): Allowance {
  let [left, at] = [burst, now];
  return {
    spend(next) {
      left = Math.min(burst, left + (Math.max(0, next - at) * perSecond) / 1000);
      at = next;
      if (left < 1) return false;
      left--;
      return true;
    },
  };
}
