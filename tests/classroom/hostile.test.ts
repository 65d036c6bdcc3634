import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arrival, emptyBoard, reduceBoard } from '../../src/classroom/host/board.ts';
import { exportCsv, exportJson, safeCell, summariseExercises } from '../../src/classroom/host/export.ts';
import { countFaults, listHelp, listStuck } from '../../src/classroom/host/views.ts';
import { learnerIdentity, makeSecret, roomOf } from '../../src/classroom/identity.ts';
import { noProgress, type OwnProgress, progressMessage, withStanding } from '../../src/classroom/learner/progress.ts';
import { plainNick } from '../../src/classroom/plain-text.ts';
import { presenceTopic, progressTopic, sizeLimitsBytes } from '../../src/classroom/topics.ts';
import { readPayload } from '../../src/classroom/wire/read.ts';
import { outline } from './room.ts';

/** Whatever arrives: no exception, no unknown id, no more memory than a room has. */

const room = roomOf(makeSecret());
const learners = Array.from({ length: 8 }, () => learnerIdentity(room, makeSecret()).clientId);
const setting = { outline, roomSize: 5 };
const kinds = ['state', 'poll', 'evt', 'on', 'p', 'show', 'm'] as const;

const time = fc.integer({ min: 0, max: 2 ** 50 });
const code = fc.constantFrom(
  'iam/no-statement',
  'iam/no-statement#get-layer',
  'iam/forged',
  'iam/no-statement#forged',
  '<img>',
);
const exercise = fc.record(
  {
    st: fc.constantFrom('seen', 'trying', 'passed', 'skipped', 'revealed', 'won'),
    n: fc.integer({ min: -1, max: 12 }),
    h: fc.integer({ min: 0, max: 4 }),
    g: fc.constantFrom('', '1', '011', '1111111', 'x'),
    codes: fc.array(code, { maxLength: 6 }),
    s: time,
    t: time,
  },
  { requiredKeys: ['st', 'n', 'h', 't'] },
);
const progress = fc.record({
  v: fc.constant(1),
  sid: fc.constantFrom('a', 'b'),
  seq: fc.integer({ min: 0, max: 20 }),
  now: time,
  at: fc.constantFrom(null, { lesson: 'first' }, { lesson: 'forged', step: 'x' }, { lesson: '<b>' }),
  ex: fc.dictionary(fc.constantFrom('one', 'two', 'forged', '__proto__', 'constructor'), exercise, { maxKeys: 4 }),
  help: fc.constantFrom(null, { level: 1, t: 5 }, { level: 3, t: 5 }),
  vote: fc.constantFrom(null, { poll: 'q', picks: [1] }, { poll: 'q', picks: [null, 7] }),
});
const presence = fc.record(
  {
    v: fc.constant(1),
    sid: fc.constantFrom('a', 'b'),
    on: fc.constantFrom(0, 1, 2),
    nick: fc.oneof(fc.string(), fc.constantFrom('<script>alert(1)</script>', '=HYPERLINK("x")', 'a\u202eb')),
  },
  { requiredKeys: ['v', 'sid', 'on'] },
);
const topic = fc.oneof(
  fc.constantFrom(...learners).map((id) => presenceTopic(room, id)),
  fc.constantFrom(...learners).map((id) => progressTopic(room, id)),
  fc.constantFrom(...learners).map((id) => `w1/${room}/l/${id}/show`),
  fc.constantFrom('', '/', 'w1', `w1/${room}/l/x/p`, '$SYS/a', `w1/${room}/c/state`),
  fc.string(),
);
const payload = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constant(''),
  progress.map((value) => JSON.stringify(value)),
  presence.map((value) => JSON.stringify(value)),
);
const arrival: fc.Arbitrary<Arrival> = fc.record({
  message: fc.record({ topic, payload, retained: fc.boolean() }),
  at: fc.integer({ min: 1e12, max: 2e12 }),
});

test('the board takes any messages in any order', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 60 }), (arrivals) => {
      const board = reduceBoard(emptyBoard, arrivals, setting);
      expect(board.rows.size).toBeLessThanOrEqual(setting.roomSize);
      for (const row of board.rows.values()) {
        expect([...row.exercises.keys()].every((id) => id === 'one' || id === 'two')).toBe(true);
        expect(row.place === null || row.place.lesson === 'first').toBe(true);
        expect([...row.nick].length).toBeLessThanOrEqual(24);
      }
      const shown = countFaults(board, 'ever').map((each) => each.code);
      expect(
        shown.filter((each) => !['iam/no-statement', 'iam/no-statement#get-layer', 'other'].includes(each)),
      ).toEqual([]);
      listHelp(board);
      listStuck(board, outline, 2e12, 2000);
      summariseExercises(board, outline);
      JSON.parse(exportJson(board, outline, room, 1e12));
      expect(exportCsv(board, outline).split('\r\n').length).toBeGreaterThan(board.rows.size * 2);
    }),
    { numRuns: 300 },
  );
});

test('one message at a time, or all at once: the same board', () => {
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 30 }), (arrivals) => {
      const one = arrivals.reduce((board, each) => reduceBoard(board, [each], setting), emptyBoard);
      expect(reduceBoard(emptyBoard, arrivals, setting)).toEqual(one);
    }),
    { numRuns: 100 },
  );
});

test('no text is read that does not fit, and none breaks the reader', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), payload, (kind, text) => {
      const read = readPayload(kind, text);
      if (read !== null) expect(text.length).toBeLessThanOrEqual(sizeLimitsBytes[kind]);
    }),
    { numRuns: 500 },
  );
  for (const kind of kinds) {
    expect(readPayload(kind, '['.repeat(4000))).toBeNull();
    expect(readPayload(kind, `"${'😀'.repeat(4000)}"`)).toBeNull();
    expect(readPayload(kind, 'x'.repeat(1_000_000))).toBeNull();
  }
});

test('what a learner sends always fits, however much they did', () => {
  const standing = fc.record({
    state: fc.constantFrom('seen', 'trying', 'passed', 'skipped', 'revealed'),
    attempts: fc.nat(100_000),
    hints: fc.nat(20),
    goals: fc.constantFrom('', '1'.repeat(40), '010'),
    faults: fc.array(
      fc.constantFrom(
        ...Array.from({ length: 9 }, (_, index) => `workflow/${'x'.repeat(60)}${index}#${'y'.repeat(20)}`),
      ),
      {
        maxLength: 9,
      },
    ),
  });
  const ids = fc.constantFrom(
    ...Array.from({ length: 50 }, (_, index) => `${'exercise-with-a-long-name-'.repeat(2)}${index}`),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, standing), { maxLength: 80 }), (all) => {
      const own = all.reduce<OwnProgress>(
        (before, [id, news]) => withStanding(before, id, news as never, 1e12),
        noProgress,
      );
      expect(readPayload('p', JSON.stringify(progressMessage(own, 'a', 1, 1e12)))).not.toBeNull();
    }),
    { numRuns: 100 },
  );
});

test('any name becomes one that may be sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const text = JSON.stringify({ v: 1, sid: 'a', on: 1, nick: plainNick(typed) });
      expect(readPayload('on', text)).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['nothing that is seen', '\u3164\u2800 \u3164', ''],
  ['marks over marks', `e${'\u0303'.repeat(20)}`, 'ẽ\u0303\u0303\u0303'],
  ['tags and soft hyphens', 'Ot\u00adter\u{e0041}', 'Otter'],
  ['letters of any script', 'นักเรียน हिन्दी 山田', 'นักเรียน हिन्दी 山田'],
])('a name of %s is shown as it may be, whoever sent it', (_, nick, shown) => {
  const [id = ''] = learners;
  const payload = JSON.stringify({ v: 1, sid: 'a', on: 1, nick });
  const message = { topic: presenceTopic(room, id), payload, retained: false };
  const { rows, refused } = reduceBoard(emptyBoard, [{ message, at: 1e12 }], setting);
  expect({ nick: rows.get(id)?.nick, refused }).toEqual({ nick: shown, refused: 0 });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['=a,"b"', `"'=a,""b"""`],
  ['a;=1+1', `"a;'=1+1"`],
  ['a, "=1', `"a,' ""=1"`],
  ['\t=1', `"'\t=1"`],
  ['＝1+1', "'＝1+1"],
  ['Anne-Marie', 'Anne-Marie'],
  ['1=1', '1=1'],
  ['Otter 12', 'Otter 12'],
])('the cell %s is written %s', (text, cell) => expect(safeCell(text)).toBe(cell));
