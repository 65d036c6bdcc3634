import type { WorkbenchWords } from '../../messages/workbench.ts';
import {
  type Box,
  endBeforeDoor,
  type Layout,
  layOut,
  type PlacedTarget,
  type Point,
  pointBefore,
  type Shape,
} from './layout.ts';
import { type Link, leading, type Picture, type Target } from './picture.ts';
import { type Attributes, draw } from './svg.ts';

/**
 * Draws a picture. Every target is a group with the `data-step` of the connection that speaks for it. The drawing says nothing that the
 * list beside it does not, so it is hidden from assistive technology.
 */
export function drawPicture(picture: Picture, shape: Shape, words: WorkbenchWords): SVGSVGElement {
  const layout = layOut(picture, shape);
  const { width, height, ground, task, trunk, targets } = layout;
  return draw(
    'svg',
    { class: 'picture-drawing', 'data-shape': shape, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    draw('rect', { class: 'ground', ...frameOf(ground, 14) }),
    draw('text', { class: 'soft', ...subnetLabel(layout, shape) }, words('picture.subnet')),
    trunk.length > 0 ? draw('path', { class: 'trunk', d: pathOf(trunk) }) : null,
    ...targets.map((placed) => targetGroup(placed, words)),
    draw('rect', { class: 'task', ...frameOf(task, 10) }),
    draw('text', { class: 'middle strong', ...centreOf(task) }, words('picture.task')),
  );
}

/** Around the task there is room on its left alone. */
function subnetLabel({ ground, task }: Layout, shape: Shape): Attributes {
  return { x: ground.x + 15, y: shape === 'wide' ? task.y + task.height / 2 + 4 : ground.y + 21 };
}

function targetGroup(placed: PlacedTarget, words: WorkbenchWords): SVGGElement {
  const { target, box, way } = placed;
  const link = leading(target);
  const { state, place, reached } = link;
  const end = pointBefore(way, state === 'unknown' ? 20 : endBeforeDoor(place, placed));
  const isThere = place !== 'endpoint' && target.kind !== 'outside';
  const group = draw(
    'g',
    {
      class: 'target',
      'data-step': link.index,
      'data-state': state,
      'data-at': place ?? '',
      ...(reached ? {} : { 'data-unreached': '' }),
      ...(isThere ? {} : { 'data-absent': '' }),
    },
    draw('path', { class: 'reach', d: pathOf(way) }),
    draw('path', { class: 'untravelled', d: pathOf([end, way[1]]) }),
    draw('path', { class: 'way', d: pathOf([way[0], end]), pathLength: 1 }),
    target.kind === 'gateway' ? routeLabel(placed, words) : null,
    draw('rect', { class: 'box', ...frameOf(box, 9) }),
    ...labels(placed, link, words),
    target.kind === 'interface' ? door(way[1]) : null,
    state === 'open'
      ? null
      : badge(place === 'image' ? { x: box.x + box.width - 4, y: box.y + box.height - 4 } : end, state),
  );
  group.style.setProperty('--turn', String(Math.min(...target.links.map(({ turn }) => turn))));
  return group;
}

/** How far the words give way to a door, in units from where they stand without one. */
const shifts = { top: 4, bottom: -5, left: 0 } as const;

function labels({ target, box, door: side }: PlacedTarget, link: Link, words: WorkbenchWords): readonly SVGElement[] {
  const [x, y] = [box.x + box.width / 2, box.y + shifts[side]];
  const name = nameOf(target, words);
  const turns = target.links.map(({ turn }) => turn).join(' ');
  return [
    seal({ x: side === 'left' ? box.x + box.width - 14 : box.x + 12, y: box.y }, turns),
    draw(
      'text',
      { class: `middle mono strong${name.length > 11 && box.width < 120 ? ' small' : ''}`, x, y: y + 21 },
      name,
    ),
    draw('text', { class: 'middle end-state', x, y: y + 37 }, endOf(link, words)),
  ];
}

/** How a target is called in the drawing and in the list. */
export function nameOf({ kind, service }: Target, words: WorkbenchWords): string {
  if (kind === 'outside') return words('picture.outside');
  return kind === 'gateway' ? words('picture.gateway', { service }) : service;
}

/** How a connection ends, in two or three words. */
export function endOf({ state, place }: Link, words: WorkbenchWords): string {
  return words(place === null ? `picture.${state === 'blocked' ? 'unknown' : state}` : `picture.at.${place}`);
}

function routeLabel({ way: [from, to] }: PlacedTarget, words: WorkbenchWords): SVGTextElement {
  return draw(
    'text',
    { class: 'middle soft', x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - 12 },
    words('picture.route'),
  );
}

function door({ x, y }: Point): SVGGElement {
  return draw(
    'g',
    { class: 'door' },
    draw('rect', { x: x - 16, y: y - 9, width: 32, height: 18, rx: 9 }),
    draw('text', { class: 'middle', x, y: y + 4 }, '443'),
  );
}

/** Which connection of the start this is, at the edge of the box. */
function seal({ x, y }: Point, turns: string): SVGGElement {
  const width = 16 + (turns.length - 1) * 6;
  return draw(
    'g',
    { class: 'turn' },
    draw('rect', { x: x - width / 2, y: y - 8, width, height: 16, rx: 8 }),
    draw('text', { class: 'middle', x, y: y + 3.8 }, turns),
  );
}

/** A cross where a connection is blocked, a question mark where it is not decided. */
function badge({ x, y }: Point, state: Link['state']): SVGGElement {
  const mark =
    state === 'blocked'
      ? draw('path', { d: `M ${x - 3.2} ${y - 3.2} l 6.4 6.4 m 0 -6.4 l -6.4 6.4` })
      : draw('text', { class: 'middle', x, y: y + 4 }, '?');
  return draw('g', { class: 'badge' }, draw('circle', { cx: x, cy: y, r: 8 }), mark);
}

function pathOf(way: readonly Point[]): string {
  return `M ${way.map(({ x, y }) => `${round(x)} ${round(y)}`).join(' L ')}`;
}

function frameOf({ x, y, width, height }: Box, radius: number): Attributes {
  return { x: round(x), y: round(y), width: round(width), height: round(height), rx: radius };
}

function centreOf({ x, y, width, height }: Box): Attributes {
  return { x: round(x + width / 2), y: round(y + height / 2 + 4.5) };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
