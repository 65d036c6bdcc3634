import type { MqttClient } from 'mqtt';
import { chromium, type Page } from 'playwright-core';
import { chromiumArgs, provideChromium } from '../../build/chromium.ts';
import { serve } from '../../build/serve.ts';
import { distFolder } from '../../build/site.ts';
import { attachBroker, type RunningBroker } from '../../src/classroom/broker/attach.ts';
import { makeSecret, roomOf } from '../../src/classroom/identity.ts';
import { progressTopic } from '../../src/classroom/topics.ts';
import { gather, type Learner, quantile } from './room.ts';

/** How smoothly the built board draws a full room while it works. Times in milliseconds. */
export interface FrameFigures {
  readonly frames: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  /** Frames that took so long that one or more were left out. */
  readonly late: number;
  readonly messages: number;
  /** Learners on the board at the end. */
  readonly rows: number;
}

/** What the page of the board says of the workshop, as far as learners need it to speak of something. */
interface Course {
  readonly lessons: readonly { readonly slug: string }[];
  readonly exercises: readonly { readonly id: string; readonly lesson: string }[];
  readonly faults: Readonly<Record<string, unknown>>;
}

const messagesPerSecond = 50;
const durationMs = 10_000;
/** At 60 frames a second a frame takes 16.7 ms; beyond this at least one was left out. */
const lateMs = 25;

/** Opens the board in Chromium, fills the room, and counts the frames of ten seconds while learners speak. Ends by itself. */
export async function measureFrames(learners: number): Promise<FrameFigures> {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  let broker: RunningBroker | null = null;
  const { url, close } = await serve({
    folder: distFolder,
    base: process.env['BASE_PATH'] ?? '/',
    prepare: async (server) => {
      broker = await attachBroker(server, { key: { room, hostSecret }, roomSize: learners, perAddress: learners + 10 });
    },
  });
  const browser = await chromium.launch({ executablePath: provideChromium(), args: [...chromiumArgs] });
  const address = new URL('/mqtt', url.replace(/^http/, 'ws')).href;
  const people: Learner[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}class/#host=${hostSecret}`);
    await page.locator('.board-head[data-connection="open"]').waitFor();
    people.push(...(await gather({ url: address, hostSecret, room, learners, areNameless: false })));
    const course = await page.evaluate(readCourse);
    for (const [index, learner] of people.entries()) speak(learner, room, course, index, 1);
    await page.locator('.head-counts div', { hasText: 'joined' }).getByText(String(learners)).waitFor();
    const [messages, intervals] = await Promise.all([keepSpeaking(people, room, course), countFrames(page)]);
    const rows = Number(await page.locator('.head-counts div', { hasText: 'joined' }).locator('dd').textContent());
    return {
      frames: intervals.length,
      p50Ms: quantile(intervals, 0.5),
      p95Ms: quantile(intervals, 0.95),
      longestMs: Math.max(...intervals),
      late: intervals.filter((interval) => interval > lateMs).length,
      messages,
      rows,
    };
  } finally {
    for (const { client } of people) client.end(true);
    await browser.close();
    await (broker as RunningBroker | null)?.close();
    await close();
  }
}

function readCourse(): Course {
  return JSON.parse(document.querySelector('[data-course]')?.textContent ?? '') as Course;
}

/** The time between two frames, for as long as learners speak. */
function countFrames(page: Page): Promise<readonly number[]> {
  return page.evaluate(
    (lengthMs) =>
      new Promise<number[]>((resolve) => {
        const intervals: number[] = [];
        const begin = performance.now();
        let last = begin;
        const frame = (now: number): void => {
          if (now > last) intervals.push(now - last);
          last = now;
          if (now - begin < lengthMs) requestAnimationFrame(frame);
          else resolve(intervals);
        };
        requestAnimationFrame(frame);
      }),
    durationMs,
  );
}

/** Every learner in turn, evenly spread. Resolves to how often they spoke. */
function keepSpeaking(people: readonly Learner[], room: string, course: Course): Promise<number> {
  return new Promise((resolve) => {
    let spoken = 0;
    const startedAt = performance.now();
    const timer = setInterval(() => {
      const passedMs = performance.now() - startedAt;
      for (; spoken < (Math.min(passedMs, durationMs) * messagesPerSecond) / 1000; spoken++) {
        const learner = people[spoken % people.length];
        if (learner !== undefined) speak(learner, room, course, spoken, 2 + Math.floor(spoken / people.length));
      }
      if (passedMs < durationMs) return;
      clearInterval(timer);
      resolve(spoken);
    }, 5);
  });
}

/** Progress as a page tells it: an exercise that is tried, and three of its faults, now and then a flag. */
function speak({ identity, client }: Learner, room: string, course: Course, turn: number, seq: number): void {
  const exercise = course.exercises[turn % course.exercises.length];
  if (exercise === undefined) return;
  const faults = Object.keys(course.faults);
  const now = Date.now();
  const progress = {
    v: 1,
    sid: 'a',
    seq,
    now,
    at: { lesson: exercise.lesson, step: exercise.id },
    ex: {
      [exercise.id]: {
        st: turn % 4 === 0 ? 'passed' : 'trying',
        n: seq,
        h: turn % 3,
        ...(turn % 4 === 0 ? {} : { codes: [0, 7, 19].map((step) => faults[(turn + step) % faults.length]) }),
        s: now - 60_000,
        t: now,
      },
    },
    help: turn % 25 === 0 ? { level: 1 + (turn % 2), t: now } : null,
    vote: null,
  };
  publish(client, progressTopic(room, identity.clientId), JSON.stringify(progress));
}

function publish(client: MqttClient, topic: string, payload: string): void {
  client.publish(topic, payload, { qos: 1, retain: true });
}
