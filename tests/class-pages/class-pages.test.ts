import { describe, expect, test } from 'vitest';
import {
  readBoardInvitation,
  readInvitation,
  writeBoardInvitation,
  writeInvitation,
} from '../../src/class-pages/address.ts';
import { type BoardCourse, faultNamed, outlineOf, writeCourse } from '../../src/class-pages/board/course.ts';
import { driftOf } from '../../src/class-pages/board/pace-panel.ts';
import { suggestNickname } from '../../src/class-pages/nickname.ts';
import { standingOf, standingsOf } from '../../src/class-pages/standings.ts';
import { makeCohostToken } from '../../src/classroom/identity.ts';

const room = 'k3v9h7k20qwx';

describe('a link to a class', () => {
  test.each([
    ['#k3v9-h7k2-0qwx', { room, way: 'here' }],
    ['K3V9 H7K2 OQWX', { room, way: 'here' }],
    ['#k3v9-h7k2-0qwx&way=tabs', { room, way: 'tabs' }],
    ['#k3v9-h7k2-0qwx&way=wss%3A%2F%2Fevil.example', 'foreign'],
    ['#k3v9-h7k2-0qwx&way=javascript:alert(1)', 'foreign'],
    ['#k3v9', null],
    ['#content', null],
    ['', null],
  ] as const)('%s', (fragment, invitation) => expect(readInvitation(fragment)).toEqual(invitation));

  test.each(['here', 'tabs'] as const)('is read as it was written: %s', (way) =>
    expect(readInvitation(writeInvitation(room, way))).toEqual({ room, way }),
  );

  const secret = '0123456789abcdefghjkmnpqrs';
  const host = { role: 'host', secret } as const;
  const token = makeCohostToken(secret, 1_793_000_000_000);
  const cohost = { role: 'cohost', room, token } as const;
  test.each([
    [`#host=${secret}`, { key: host, site: null, way: 'here' }],
    [
      `#host=${secret}&site=http%3A%2F%2F192.168.1.20%3A4321%2F&way=here`,
      { key: host, site: 'http://192.168.1.20:4321/', way: 'here' },
    ],
    [`#host=${secret}&site=javascript%3Aalert(1)`, { key: host, site: null, way: 'here' }],
    [`#host=${secret}&way=wss%3A%2F%2Fevil.example`, 'foreign'],
    [`#assist=${token}&room=k3v9-h7k2-0qwx`, { key: cohost, site: null, way: 'here' }],
    [`#assist=${token}`, null],
    ['#assist=cohost.1.short&room=k3v9-h7k2-0qwx', null],
    ['#host=short', null],
    ['#k3v9-h7k2-0qwx', null],
  ] as const)('to a board: %s', (fragment, invitation) => expect(readBoardInvitation(fragment)).toEqual(invitation));

  test.each([
    { key: host, site: 'http://192.168.1.20:4321/', way: 'here' },
    { key: host, site: null, way: 'tabs' },
    { key: cohost, site: null, way: 'here' },
  ] as const)('to a board is read as it was written: %j', (invitation) =>
    expect(readBoardInvitation(writeBoardInvitation(invitation))).toEqual(invitation),
  );
});

describe('what is told of an exercise', () => {
  const now = { attempts: 2, changedAt: 5 } as const;

  test.each([
    [{ ...now, state: 'trying', revealed: false }, 'trying'],
    [{ ...now, state: 'trying', revealed: true }, 'revealed'],
    [{ ...now, state: 'passed', revealed: true }, 'passed'],
    [{ ...now, state: 'skipped', revealed: false }, 'skipped'],
  ] as const)('%j', (progress, state) => expect(standingOf(progress)).toEqual({ state, attempts: 2 }));

  test('the one worked on last comes last', () => {
    const exercises = {
      b: { state: 'trying', attempts: 1, revealed: false, changedAt: 9 },
      a: { state: 'seen', attempts: 0, revealed: false, changedAt: 3 },
    } as const;
    expect(standingsOf({ exercises, last: 'b' }).map(([id]) => id)).toEqual(['a', 'b']);
  });
});

describe('the time', () => {
  const lessons = [
    { slug: 'a', title: 'A', minutes: 20 },
    { slug: 'b', title: 'B', minutes: 10 },
  ];

  test.each([
    [10, 'a', 'a', 0, 30],
    [27, 'a', 'b', 7, 37],
    [10, 'b', 'a', -10, 30],
    [25, 'b', 'b', 0, 30],
    [50, 'b', 'b', 20, 50],
    [5, null, 'a', null, 30],
  ] as const)('%i minutes in, the room at %s', (passed, median, planned, behindMinutes, lengthMinutes) => {
    const drift = driftOf(lessons, passed, median);
    expect({ ...drift, planned: drift.planned?.slug }).toEqual({ planned, behindMinutes, lengthMinutes });
  });

  test('of no lessons is nothing', () =>
    expect(driftOf([], 5, null)).toEqual({ planned: undefined, behindMinutes: null, lengthMinutes: 5 }));
});

describe('what the board knows', () => {
  const course: BoardCourse = {
    locale: 'en',
    join: '/join/',
    lessons: [{ slug: 'a', title: 'A', minutes: 20 }],
    exercises: [{ id: 'x', lesson: 'a', title: 'X', href: '/lessons/a/#x', minutes: 10, goals: ['one'] }],
    faults: {
      'iam/no-allow#get-layer': { title: 'No statement allows it.', instance: '', why: 'A rule.', fix: '' },
      'iam/unknown-action': { title: '', instance: '`ecr:Get` is no action.', why: '', fix: '' },
    },
    codes: { 'iam/no-allow': 'Nothing allows …', 'iam/unknown-action': 'There is no such action.' },
    calls: { 'get-layer': 'GET /v2/blobs', login: 'GetAuthorizationToken' },
    questions: [],
  };

  test.each([
    ['iam/no-allow#get-layer', 'No statement allows it.'],
    ['iam/no-allow#login', 'GetAuthorizationToken: Nothing allows …'],
    ['iam/unknown-action', 'There is no such action.'],
    ['iam/not-of-this-build', undefined],
    ['other', undefined],
  ])('%s in words', (entry, title) => expect(faultNamed(course, entry)?.title).toBe(title));

  test('is handed to the class without its words', () => {
    const { codes, operations, lessons } = outlineOf(course);
    expect([[...codes], [...operations], lessons]).toEqual([
      ['iam/no-allow', 'iam/unknown-action'],
      ['get-layer', 'login'],
      ['a'],
    ]);
  });

  test('ends no element of the page', () =>
    expect(writeCourse({ ...course, join: '</script><script>' })).not.toContain('<'));
});

test('a suggested name is short and plain', () => expect(suggestNickname()).toMatch(/^[A-Z][a-z]+ [1-9]\d$/));
