import { expect, test } from 'vitest';
import { loadExercise } from '../../src/exercises/load-exercise.ts';
import { stateAfter } from '../../src/site/diagrams/connection-states.ts';
import { execEndpoints, startOrder, talkEndpoints } from '../../src/site/diagrams/subnet.ts';

const drawn = [...startOrder, ...execEndpoints.map(({ connection }) => connection)];

test('a connection is blocked by one denial, open when all is allowed, idle while nothing is known', () => {
  const allowed = { operation: 'get-layers', outcome: 'allowed' };
  const denied = { operation: 'get-layers', outcome: 'denied' };
  expect(stateAfter([allowed, allowed], 'get-layers')).toBe('open');
  expect(stateAfter([allowed, denied], 'get-layers')).toBe('blocked');
  expect(stateAfter([allowed], 'get-secret')).toBe('idle');
  expect(stateAfter([{ operation: 'get-layers', outcome: 'unknown' }], 'get-layers')).toBe('idle');
  expect(stateAfter([], 'get-layers')).toBe('idle');
});

test('the drawing has the talk’s weights: all but logs are bold', () => {
  expect(talkEndpoints.map(({ service, bold }) => `${service} ${bold}`)).toEqual([
    'ecr.api true',
    'ecr.dkr true',
    'ssm true',
    'logs false',
  ]);
});

test('each connection that a goal of the network exercises names is drawn', () => {
  const goals = ['network-fargate-endpoints', 'network-from-nothing'].flatMap((id) => loadExercise(id)?.goals ?? []);
  const named = goals.flatMap((goal) => ('operations' in goal ? goal.operations : []));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((operation) => !drawn.some((connection) => connection === operation))).toEqual([]);
});
