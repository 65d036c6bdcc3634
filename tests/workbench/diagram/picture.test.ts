import { beforeAll, describe, expect, it } from 'vitest';
import { exercises, gradable } from '../../../src/exercises/loader.ts';
import { type Files, grade } from '../../../src/grading/index.ts';
import { facts } from '../../../src/grading/network/attempts.ts';
import { picture } from '../../../src/messages/en/picture.ts';
import { loadChecks } from '../../../src/messages/index.ts';
import { type Report, type ReportedStep, renderReport } from '../../../src/report/index.ts';
import { type Box, endBeforeDoor, type Layout, layOut, type Shape } from '../../../src/workbench/diagram/layout.ts';
import { leading, pictureOf, serviceOf } from '../../../src/workbench/diagram/picture.ts';
import { placeOfCode } from '../../../src/workbench/diagram/places.ts';

const caseFiles = import.meta.glob('/tests/cases/network/network-*/**/*.{yaml,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>;
const withTask = exercises.filter(({ domain }) => domain === 'network' || domain === 'chain');

async function reportOn(id: string, files: Files): Promise<Report> {
  const exercise = withTask.find((each) => each.id === id);
  if (exercise === undefined) throw new Error(`There is no exercise ${id}`);
  return renderReport(await grade(gradable(exercise), files), files, {}, await loadChecks('en'));
}

const step = (service: string, change: Partial<ReportedStep> = {}): ReportedStep => ({
  operation: 'get-secret',
  kind: 'attempt',
  group: 'PENDING',
  call: `call → com.amazonaws.ap-northeast-1.${service}`,
  outcome: 'allowed',
  code: 'network/reached',
  message: '',
  why: '',
  said: '',
  stops: true,
  evidence: 'documented',
  source: 'https://example.org',
  decidedBy: [],
  ...change,
});

describe('the picture of a start', () => {
  it('has every connection in its turn, ends it where it is blocked, and greys what follows', async () => {
    const starter = withTask.find(({ id }) => id === 'network-from-nothing')?.starter ?? {};
    const { links, targets } = pictureOf((await reportOn('network-from-nothing', starter)).trace);
    expect(links.map((link) => [link.turn, serviceOf(link), link.state, link.place, link.reached])).toEqual([
      [1, 'ssm', 'open', null, true],
      [2, 'ecr.api', 'open', null, true],
      [3, 'logs', 'open', null, true],
      [4, 'ecr.dkr', 'open', null, true],
      [5, 's3', 'blocked', 'endpoint', true],
      [6, 'ssmmessages', 'blocked', 'endpoint', false],
    ]);
    expect(targets.map(({ kind }) => kind)).toEqual([
      'interface',
      'interface',
      'interface',
      'interface',
      'gateway',
      'interface',
    ]);
  });

  it('draws one target for connections to the same service, and lets the blocked one speak for it', () => {
    const { targets } = pictureOf([step('ssm'), step('ssm', { outcome: 'denied', code: 'network/wrong-port' })]);
    expect(targets).toHaveLength(1);
    expect(targets[0] && leading(targets[0])).toMatchObject({ turn: 2, state: 'blocked', place: 'group' });
  });

  it('has nothing to draw in a run without a task', () => {
    expect(pictureOf([step('ssm', { code: 'iam/allowed' })]).links).toEqual([]);
  });
});

describe('every reason for a blocked connection', () => {
  const codes = new Set<string>();
  beforeAll(async () => {
    const recorded = withTask.flatMap(({ id, starter, solutions, mistakes }) =>
      [starter, ...solutions.values(), ...[...mistakes.values()].map(({ files }) => files)].map(
        (files) => [id, files] as const,
      ),
    );
    const cases = Object.entries(caseFiles).flatMap(([path, text]) => {
      const id = withTask.find((each) => path.includes(`/${each.id}/`))?.id;
      return id === undefined ? [] : [[id, { 'endpoints.yaml': text }] as const];
    });
    for (const [id, files] of [...recorded, ...cases]) {
      for (const { state, step: blocked } of pictureOf((await reportOn(id, files)).trace).links)
        if (state === 'blocked') codes.add(blocked.code);
    }
  });

  it('has its place on the way', () => {
    expect([...codes].filter((code) => placeOfCode[code] === undefined)).toEqual([]);
    expect(codes.size).toBeGreaterThan(12);
  });
});

describe('the layout', () => {
  const services = ['ssm', 'secretsmanager', 'kms', 'ecr.api', 'logs', 'ecr.dkr', 's3', 'ssmmessages'];
  const trace = (count: number) => services.slice(0, count).map((service) => step(service));
  const cases = services.flatMap((_, index) =>
    (['wide', 'narrow'] as const).map((shape) => [index + 1, shape] as const),
  );

  it.each(cases)('of %i connections, %s, lets nothing overlap or leave the picture', (count, shape: Shape) => {
    const layout = layOut(pictureOf(trace(count)), shape);
    const boxes = [layout.task, ...layout.targets.map(({ box }) => box)];
    for (const [index, box] of boxes.entries()) {
      expect(isInside(box, layout)).toBe(true);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other, 8)).toBe(false);
    }
  });

  it.each(['wide', 'narrow'] as const)('ends a blocked connection before the door and after the task, %s', (shape) => {
    for (const placed of layOut(pictureOf(trace(8)), shape).targets) {
      for (const place of ['out', 'name', 'route', 'endpoint', 'group'] as const) {
        const [from, to] = placed.way.slice(-2);
        const length = Math.hypot((to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0));
        expect(endBeforeDoor(place, placed)).toBeGreaterThan(16);
        expect(endBeforeDoor(place, placed)).toBeLessThan(length - 8);
      }
    }
  });
});

function isInside({ x, y, width, height }: Box, layout: Layout): boolean {
  return x >= 0 && y >= 0 && x + width <= layout.width && y + height <= layout.height;
}

function overlap(one: Box, other: Box, gap: number): boolean {
  const apart = (a: number, aSize: number, b: number, bSize: number) => a + aSize + gap <= b || b + bSize + gap <= a;
  return !apart(one.x, one.width, other.x, other.width) && !apart(one.y, one.height, other.y, other.height);
}

it('has words for every call of a start', () => {
  const operations = [...facts.attempts, facts.application].map(({ operation }) => `picture.does.${operation}`);
  expect(Object.keys(picture)).toEqual(expect.arrayContaining(operations));
});
