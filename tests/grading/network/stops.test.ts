import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { TraceStep } from '../../../src/grading/core/types.ts';
import { facts } from '../../../src/grading/network/attempts.ts';
import { validate as isScenario } from '../../../src/grading/network/scenario.schema.json?ajv';
import type { NetworkScenario, TaskDefinition } from '../../../src/grading/network/scenario.ts';
import { grader, scenarios } from './submissions.ts';

/** A task that does not start; the file says what the keys mean. */
interface Stop {
  readonly why: string;
  readonly task?: Partial<TaskDefinition>;
  readonly scenario?: Partial<NetworkScenario>;
  readonly change?: readonly (readonly [string, string])[];
  readonly text?: string;
  readonly at: string | null;
  readonly said?: string;
  readonly code?: string;
}

const folder = join(import.meta.dirname, '../../cases/network');
const minimal = readFileSync(join(folder, 'network-from-nothing/pass/minimal.yaml'), 'utf8');
const stops = parse(readFileSync(join(folder, 'stops.yaml'), 'utf8')) as Stop[];
const given = scenarios.get('from-nothing') as NetworkScenario;

function start({ task, scenario, change = [], text = minimal }: Stop): readonly TraceStep[] {
  const changed = { ...given, ...scenario, task: { ...given.task, ...task } };
  expect(isScenario(changed), JSON.stringify(isScenario.errors)).toBe(true);
  const answer = change.reduce((current, [from, to]) => {
    expect(current).toContain(from);
    return current.replace(from, to);
  }, text);
  const { document } = grader.parse({ 'endpoints.yaml': answer });
  if (document === null) throw new Error('not readable');
  return grader.simulate(document, changed).trace;
}

describe('where the task stops, what the real system prints, and what it means', () => {
  test.each(stops)('$why', (stop) => {
    const denied = start(stop).find(({ outcome }) => outcome === 'denied');
    expect(denied?.operation ?? null).toBe(stop.at);
    if (stop.code !== undefined) expect(denied?.message.code).toBe(stop.code);
    if (stop.said === undefined) expect(denied?.said ?? '').toBe('');
    else expect(denied?.said).toContain(stop.said);
  });
});

test('every text of the facts is what some recorded case prints', () => {
  const printed = stops.flatMap((stop) => start(stop).map(({ said }) => said));
  const sayings = facts.attempts.flatMap(({ blocked, refused, on130 }) => [
    blocked.said,
    refused?.said ?? '',
    on130 !== undefined && 'blocked' in on130 ? on130.blocked.said : '',
  ]);
  const answers = [facts.logGroupAbsent, facts.tagAbsent, facts.digestAbsent, facts.platformAbsent];
  const texts = new Set([...sayings, ...answers.map(({ said }) => said)].filter((text) => text !== ''));
  const unseen = [...texts].filter((text) => !printed.some((said) => patternOf(text).test(said)));
  expect(unseen).toEqual([]);
});

/** A text of the facts, with anything in the place of its `{names}`. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
