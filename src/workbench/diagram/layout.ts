import type { Picture, Target } from './picture.ts';
import type { Place } from './places.ts';

/** `wide`: around the task, as on the talk's slide. `narrow`: one below the other, for a telephone. */
export type Shape = 'wide' | 'narrow';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a target and the way to it are drawn. */
export interface PlacedTarget {
  readonly target: Target;
  readonly box: Box;
  /** From the task to the endpoint's door. */
  readonly way: readonly [Point, Point];
  /** The side of the box that the way leads to. */
  readonly door: 'top' | 'bottom' | 'left';
}

/** Where everything is drawn; lengths in units of the picture, which is one pixel where it has its full width. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The private subnet. */
  readonly ground: Box;
  readonly task: Box;
  /** What all ways have in common before they part; empty where they begin at the task. */
  readonly trunk: readonly Point[];
  readonly targets: readonly PlacedTarget[];
}

/** Lays a picture out. Every target has its place, however many there are. */
export function layOut(picture: Picture, shape: Shape): Layout {
  const inside = picture.targets.filter(({ kind }) => kind === 'interface');
  const edge = picture.targets.filter(({ kind }) => kind !== 'interface');
  return shape === 'wide' ? around(inside, edge) : below(inside, edge);
}

const boxHeight = 48;
const taskSize = { width: 118, height: 42 };

function around(inside: readonly Target[], edge: readonly Target[]): Layout {
  const [boxWidth, gap, margin] = [106, 9, 9];
  const upper = inside.slice(0, Math.ceil(inside.length / 2));
  const lower = inside.slice(upper.length);
  const columns = Math.max(3, upper.length);
  const groundWidth = columns * boxWidth + (columns - 1) * gap + 2 * margin;
  const middle = 1 + groundWidth / 2;
  const task: Box = { x: middle - taskSize.width / 2, y: 112, ...taskSize };
  const row = (targets: readonly Target[], y: number, side: 'above' | 'below'): readonly PlacedTarget[] =>
    targets.map((target, index) => {
      const pitch = targets.length < 3 ? groundWidth / (targets.length + 0.4) : boxWidth + gap;
      const centre = middle + (index - (targets.length - 1) / 2) * pitch;
      const start = { x: middle + (centre - middle) * 0.3, y: side === 'above' ? task.y : task.y + task.height };
      const end = { x: middle + (centre - middle) * 0.86, y: side === 'above' ? y + boxHeight : y };
      const box = { x: centre - boxWidth / 2, y, width: boxWidth, height: boxHeight };
      return { target, box, way: [start, end], door: side === 'above' ? 'bottom' : 'top' };
    });
  const spread = 66;
  const beyond = edge.map((target, index): PlacedTarget => {
    const y = task.y + task.height / 2 + (index - (edge.length - 1) / 2) * spread;
    const box = { x: groundWidth - 34, y: y - boxHeight / 2, width: boxWidth, height: boxHeight };
    const exit = Math.min(task.y + task.height - 8, Math.max(task.y + 8, y));
    const start = { x: task.x + task.width, y: exit };
    return { target, box, way: [start, { x: box.x, y }], door: 'left' };
  });
  return {
    width: groundWidth - 34 + boxWidth + 2,
    height: 252,
    ground: { x: 1, y: 1, width: groundWidth, height: 250 },
    task,
    trunk: [],
    targets: [...row(upper, 26, 'above'), ...row(lower, 192, 'below'), ...beyond],
  };
}

function below(inside: readonly Target[], edge: readonly Target[]): Layout {
  const [width, pitch, first] = [340, 60, 94];
  const task: Box = { x: 14, y: 34, ...taskSize };
  const foot = { x: 34, y: task.y + task.height };
  const place = (target: Target, index: number): PlacedTarget => {
    const box = { x: 138, y: first + index * pitch, width: 176, height: boxHeight };
    const y = box.y + boxHeight / 2;
    return {
      target,
      box,
      way: [
        { x: foot.x, y },
        { x: box.x, y },
      ],
      door: 'left',
    };
  };
  const targets = [...inside, ...edge].map(place);
  const end = first + inside.length * pitch;
  return {
    width,
    height: end + edge.length * pitch + 4,
    // The gateway stands across the edge of the subnet: its route begins inside.
    ground: { x: 1, y: 1, width: width - 2, height: end + (edge.length > 0 ? boxHeight / 2 : 2) },
    task,
    trunk: [foot, targets.at(-1)?.way[0] ?? foot],
    targets,
  };
}

/** How far before the door a connection ends that is blocked at a place, in units; the whole way for what lies behind the door. */
export function endBeforeDoor(place: Place | null, { way }: PlacedTarget): number {
  if (place === 'out') return lengthOf(way) - 14;
  if (place === 'name' || place === 'route') return lengthOf(way) / 2;
  return place === 'endpoint' || place === 'group' ? 20 : 0;
}

/** The point that lies so many units before the end of a way. */
export function pointBefore(way: PlacedTarget['way'], beforeEnd: number): Point {
  const [from, to] = way;
  const share = 1 - beforeEnd / lengthOf(way);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function lengthOf([from, to]: PlacedTarget['way']): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}
