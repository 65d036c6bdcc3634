/** A score among those before it. */
export interface Standing {
  readonly points: number;
  /** The most points so far: what the bar is full at. */
  readonly top: number;
  /** By how much the score last changed; less than 0 is down. 0 while there was only one. */
  readonly step: number;
}

/** Follows a score while a policy is written. Of another need the scores are others, and it begins afresh. */
export function followScore(): (need: string, points: number) => Standing {
  let followed = '';
  let last: Standing | null = null;
  return (need, points) => {
    if (last === null || need !== followed) last = { points, top: points, step: 0 };
    else if (points !== last.points) last = { points, top: Math.max(last.top, points), step: points - last.points };
    followed = need;
    return last;
  };
}
