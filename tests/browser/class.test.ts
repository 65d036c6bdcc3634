import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { serve } from '../../build/serve.ts';
import { distFolder } from '../../build/site.ts';
import { attachBroker } from '../../src/classroom/broker/attach.ts';
import { makeSecret, roomOf, showRoomCode } from '../../src/classroom/identity.ts';
import { benchOn, check, lessonOf, solutionOf, verdictOf, waitForVerdict } from './bench-fixture.ts';
import { axe, test as base, expect, type OpenPage } from './harness.ts';

const exercise = 'iam-buildx-push';
const file = 'policy.json';
const phone = { width: 390, height: 844, touch: true, reducedMotion: true } as const;

/** The built site and a broker for one room on the same origin, as `npm run class` has them. */
const test = base.extend('laptop', async ({ task }, { onCleanup }) => {
  const hostSecret = makeSecret();
  const room = roomOf(hostSecret);
  const brokers: { close(): Promise<void> }[] = [];
  const server = await serve({
    folder: distFolder,
    base: process.env['BASE_PATH'] ?? '/',
    prepare: async (http) => {
      brokers.push(await attachBroker(http, { key: { room, hostSecret }, roomSize: 10, perAddress: 20 }));
    },
  });
  onCleanup(async () => {
    for (const broker of brokers) await broker.close();
    await server.close();
  });
  return { url: server.url, code: showRoomCode(room), hostSecret, name: task.name };
});

async function joinClass(openPage: OpenPage, url: string, code: string, nick: string): Promise<Page> {
  const page = await openPage(`${url}join/#${code}`, phone);
  await page.getByLabel('What to call you').fill(nick);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(/\/lessons\//);
  await isConnected(page);
  return page;
}

const isConnected = (page: Page): Promise<void> => page.locator('.class-bar[data-state="on"]').waitFor();

async function openBoard(openPage: OpenPage, url: string, hostSecret: string): Promise<Page> {
  const board = await openPage(`${url}class/#host=${hostSecret}`, { reducedMotion: true });
  await board.locator('.board-head[data-connection="open"]').waitFor();
  expect(board.url()).toBe(`${url}class/`);
  return board;
}

/** Another text with the same fault. */
const variantOf = (text: string, number: number): string =>
  text.replace('"Version"', `"Id": "try-${number}", "Version"`);

describe('a class', () => {
  test('of three goes through one exercise', { timeout: 60_000 }, async ({ openPage, laptop }) => {
    const { url, code, hostSecret } = laptop;
    const board = await openBoard(openPage, url, hostSecret);
    const [ana, ben, cho] = [
      await joinClass(openPage, url, code, 'Ana'),
      await joinClass(openPage, url, code, '=HYPERLINK("x")'),
      await joinClass(openPage, url, code, '<img src=x onerror=alert(1)>'.slice(0, 24)),
    ] as const;
    await board.locator('.head-counts div', { hasText: 'active' }).getByText('3').waitFor();

    // Follow: Ana goes along by herself, the others are told. The slides set the place as well as the board.
    const place = board.getByRole('combobox', { name: 'My place', exact: true });
    await place.selectOption('push-from-github-actions');
    await ana.getByLabel('Follow').check();
    const slides = await board.context().newPage();
    await slides.goto(`${url}present/least-privilege/#${exercise}`);
    await board.bringToFront();
    await ana.waitForURL(/least-privilege\/#iam-buildx-push/);
    await slides.close();
    for (const page of [ben, cho]) {
      await page.locator('.class-there').click();
      await page.waitForURL(/least-privilege\/#iam-buildx-push/);
    }
    for (const page of [ana, ben, cho]) {
      await isConnected(page);
      expect(await check(await benchOn(page, exercise))).toBe('failed');
    }

    // What the room gets wrong, with its title in words.
    const fault = board.locator('.fault').first();
    await fault.getByText('3 of 3').waitFor();
    expect(await fault.locator('.fault-title').textContent()).toContain('ecr:GetDownloadUrlForLayer');

    // Stuck: the same fault three times.
    await board.getByLabel('Safe to project').uncheck();
    const bench = await benchOn(ana, exercise);
    const area = bench.locator(`[data-file="${file}"]`);
    const starter = await area.inputValue();
    for (const number of [1, 2]) {
      await area.fill(variantOf(starter, number));
      await verdictOf(bench);
      await check(bench);
    }
    await board.locator('.board-stuck .waiting', { hasText: 'Ana' }).waitFor();

    // A flag, seen.
    await ben.getByRole('button', { name: /^Help/ }).click();
    await ben.getByRole('button', { name: 'I am blocked' }).click();
    await board.locator('.board-help .waiting').getByRole('button', { name: 'Seen' }).click();
    await ben.getByText('seen by the instructor').first().waitFor();

    // Hints are open to all at once.
    const hint = ana.locator(`exercise-bench[data-exercise="${exercise}"] [data-hint]`).last();
    const row = board.getByRole('row', { name: /A push policy for docker buildx/ });
    await row.getByRole('button', { name: 'Hints' }).click();
    await bench.getByRole('tab', { name: /Hints/ }).click();
    await hint.waitFor();

    // An answer is shown by its author's own act.
    await cho.locator('.class-id').click();
    await cho.getByRole('button', { name: 'Show my answer to the instructor' }).click();
    expect(await cho.locator('.class-dialog pre').textContent()).toBe(starter);
    await cho.getByRole('button', { name: 'Show it' }).click();
    await board.getByRole('button', { name: 'Big screen' }).click();
    expect(await board.locator('.board-large pre').textContent()).toBe(starter);
    expect(await board.locator('.board-large').textContent()).not.toContain('<img');
    await board.keyboard.press('Escape');
    expect(await axe(board)).toEqual([]);

    await voteInTwoRounds(board, ana, ben);
    expect(await axe(ana)).toEqual([]);

    await area.fill(solutionOf(exercise)[file] ?? '');
    await waitForVerdict(bench, 'passed');
    await row.locator('[data-state="passed"]', { hasText: '1' }).waitFor();

    await board.getByRole('button', { name: 'End the class' }).click();
    const [download] = await Promise.all([
      board.waitForEvent('download'),
      board.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const csv = await textOf(download);
    expect(csv).toMatch(new RegExp(`Ana,${exercise},passed`));
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    await board.getByRole('button', { name: 'End it' }).click();
    for (const page of [ana, ben, cho]) {
      await page.getByText('The class is over.').first().waitFor();
      expect(await page.locator('.class-bar').count()).toBe(0);
    }
    expect(await ana.evaluate(() => localStorage.getItem('fargate-tips/v1/class'))).toBeNull();
  });

  test('outlives a reload of either side, and takes a learner in another tab for the same', {
    timeout: 60_000,
  }, async ({ openPage, laptop }) => {
    const { url, code, hostSecret } = laptop;
    const board = await openBoard(openPage, url, hostSecret);
    const ana = await joinClass(openPage, url, code, 'Ana');
    await board.getByRole('button', { name: '15 min' }).click();
    await ana.locator('.class-time', { hasText: 'left' }).waitFor();
    // The instructor's second device, and an assistant's: the same class, and what one ends does not come back.
    const links = await boardLinks(board);
    const second = await openPage(links.host, { ...phone, colorScheme: 'dark' });
    await second.locator('.lead-left', { hasText: 'left' }).waitFor();
    await board.getByText('Another board of this class is open elsewhere').waitFor();
    await second.getByRole('button', { name: 'Stop' }).click();
    await board.locator('.lead-left', { hasText: 'left' }).waitFor({ state: 'detached' });
    const assistant = await openPage(links.assistant);
    await assistant.getByText('You assist').waitFor();
    await board.getByText('2 other boards').waitFor();
    for (const page of [second, assistant]) await page.close();
    await board.getByText('open elsewhere').waitFor({ state: 'hidden' });
    await board.getByRole('button', { name: '15 min' }).click();
    await ana.locator('.class-time', { hasText: 'left' }).waitFor();
    await board.reload();
    await board.locator('.board-head[data-connection="open"]').waitFor();
    await board.locator('.lead-left', { hasText: 'left' }).waitFor();
    await ana.reload();
    await isConnected(ana);
    const otherTab = await ana.context().newPage();
    await otherTab.goto(`${url}${lessonOf(exercise)}`);
    await isConnected(otherTab);
    await ana.locator('.class-bar[data-state="elsewhere"]').waitFor();
    await board.locator('.head-counts div', { hasText: 'joined' }).getByText('1').waitFor();
    await ana.getByRole('button', { name: 'Go on here' }).click();
    await isConnected(ana);
    await ana.goto(`${url}join/`);
    await ana.getByRole('button', { name: 'Leave the class' }).click();
    await ana.getByText('You have left.').waitFor();
    await board.locator('.head-counts div', { hasText: 'joined' }).getByText('0').waitFor();
  });

  test('that the link does not lead to takes nobody, and says why', async ({ openPage, laptop }) => {
    const stranger = showRoomCode(roomOf(makeSecret()));
    const page = await openPage(`${laptop.url}join/#${stranger}`, phone);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText('The class does not take you').waitFor();
    await page.getByRole('button', { name: 'Another code' }).click();
    await page.getByLabel('Code of the class').fill('k3v9');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('this one does not').waitFor();
    await page.goto(`${laptop.url}join/#${stranger}&way=wss%3A%2F%2Fevil.example`);
    await page.reload();
    await page.getByText('a server that this site does not use').waitFor();
  });
});

test('a rehearsal needs nothing but the browser', async ({ openPage }) => {
  const board = await openPage('class/', { reducedMotion: true });
  await board.getByRole('button', { name: 'Open the class' }).click();
  const code = (await board.locator('.head-code').textContent()) ?? '';
  const learner = await board.context().newPage();
  await learner.goto(new URL('../join/', board.url()).href);
  await learner.getByLabel('Code of the class').fill(code.toUpperCase());
  await learner.getByRole('button', { name: 'Go on' }).click();
  await learner.getByRole('button', { name: 'Join', exact: true }).click();
  await learner.waitForURL(/\/lessons\//);
  await isConnected(learner);
  await board.locator('.head-counts div', { hasText: 'active' }).getByText('1').waitFor();
});

test('without a class nothing of it is fetched', async ({ openPage }) => {
  const parts = readdirSync(join(distFolder, '_astro')).filter((name) =>
    /^(open-bar|mqtt|broadcast|class\b)/.test(name),
  );
  expect(parts.some((name) => name.startsWith('open-bar.'))).toBe(true);
  const page = await openPage(lessonOf(exercise));
  await benchOn(page, exercise);
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(fetched.filter((name) => parts.some((part) => name.endsWith(part)))).toEqual([]);
});

/** The links that the board offers to a second device, as its dialog copies them. */
async function boardLinks(board: Page): Promise<{ readonly host: string; readonly assistant: string }> {
  await board.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await board.getByRole('button', { name: 'Second device' }).click();
  const links: string[] = [];
  for (const who of ['For yourself', 'For an assistant']) {
    const card = board.locator('.elsewhere-card', { hasText: who });
    expect(await card.locator('.qr').isVisible()).toBe(false);
    await card.getByRole('button', { name: 'Copy the link' }).click();
    await card.getByText('Copied').waitFor();
    links.push(await board.evaluate(() => navigator.clipboard.readText()));
  }
  expect(await axe(board, '.board-elsewhere')).toEqual([]);
  await board.keyboard.press('Escape');
  const [host = '', assistant = ''] = links;
  return { host, assistant };
}

async function voteInTwoRounds(board: Page, ana: Page, ben: Page): Promise<void> {
  await board.getByRole('button', { name: 'Start the vote' }).click();
  await ana.locator('.class-option input').nth(0).check();
  await ben.locator('.class-option input').nth(1).check();
  await board.getByText('2 of 3 have voted').waitFor();
  await board.getByRole('button', { name: 'Close, and let them discuss' }).click();
  await ana.getByText('Talk it over').waitFor();
  await board.getByRole('button', { name: 'Vote again' }).click();
  await ana.getByText('second round').first().waitFor();
  await ana.locator('.class-option input').nth(1).check();
  await ben.locator('.class-option input').nth(1).check();
  await board.locator('.vote-phase', { hasText: '2 of 3 have voted' }).waitFor();
  await board.getByRole('button', { name: 'Show the result' }).click();
  const right = ana.locator('.vote-bars li[data-right]');
  await right.waitFor();
  expect(await right.locator('.vote-count').allTextContents()).toEqual(['1 of 2', '2 of 2']);
  await board.getByRole('button', { name: 'Take it away' }).click();
  await ana.locator('.class-vote').waitFor({ state: 'hidden' });
}

async function textOf(download: { createReadStream(): Promise<AsyncIterable<Buffer>> }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
