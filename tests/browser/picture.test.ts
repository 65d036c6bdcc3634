import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { usualNeeds } from '../../src/workbench/free-network/needs.ts';
import { networkLinks } from '../../src/workbench/free-network/network-link.ts';
import { benchOn, check, exerciseOf, lessonOf, solutionOf, waitForVerdict } from './bench-fixture.ts';
import { axe, expect, test } from './harness.ts';

const id = 'network-from-nothing';
const phone = { width: 390, height: 844, touch: true, reducedMotion: true } as const;

/** The text that is selected, wherever the caret is. */
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const area = document.activeElement;
    return area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '';
  });

const write = async (bench: Locator, file: string, text: string): Promise<void> => {
  const tab = bench.locator(`[role="tab"][data-show="${file}"]`);
  if ((await tab.count()) > 0) await tab.tap();
  await bench.locator(`textarea[data-file="${file}"]`).fill(text);
};

describe('the picture of a start', () => {
  test.for(['light', 'dark'] as const)('is drawn and played in %s colours', async (colorScheme, { openPage }) => {
    const page = await openPage(lessonOf(id), { colorScheme });
    const bench = await benchOn(page, id);
    await check(bench);
    const picture = bench.locator('.picture');
    const drawing = picture.locator('.picture-drawing:visible');
    expect(await drawing.getAttribute('data-shape')).toBe('wide');
    await bench.locator('.picture:not([data-playing])').waitFor();
    expect(
      await picture.locator('.picture-link').evaluateAll((items) => items.map((item) => item.dataset['state'])),
    ).toEqual(['open', 'open', 'open', 'open', 'blocked', 'blocked']);
    const colours = await drawing
      .locator('.target .way')
      .evaluateAll((ways) => ways.map((way) => getComputedStyle(way).stroke));
    expect(new Set(colours).size).toBe(3);
    expect(await axe(page, `exercise-bench[data-exercise="${id}"]`)).toEqual([]);

    await picture.getByRole('button', { name: 'Replay' }).click();
    await bench.locator('.picture[data-playing]').waitFor();
    const download = page.waitForEvent('download');
    await picture.getByRole('button', { name: 'Save as SVG' }).click();
    expect((await download).suggestedFilename()).toBe('task-start.svg');
  });

  test('fills the screen, and gives it back to show the text that decides', async ({ openPage }) => {
    const page = await openPage(lessonOf(id), phone);
    const bench = await benchOn(page, id);
    await check(bench);
    await bench.locator('.bench-bill', { hasText: 'a month' }).waitFor();
    const picture = bench.locator('.picture');
    await picture.getByRole('button', { name: 'Full screen', exact: true }).click();
    await picture.getByRole('button', { name: 'Leave full screen' }).waitFor();
    expect(await picture.evaluate((view) => document.fullscreenElement === view)).toBe(true);
    await picture.locator('.picture-link', { hasText: 'ecr.api' }).getByRole('button').click();
    await picture.getByRole('button', { name: 'Full screen', exact: true }).waitFor();
    await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
    expect(await selected(page)).toBe('com.amazonaws.ap-northeast-1.ecr.api');
  });

  test('stands still on a phone that wants no motion; list, drawing and text lead to each other', async ({
    openPage,
  }) => {
    const page = await openPage(lessonOf(id), phone);
    const bench = await benchOn(page, id);
    await check(bench);
    expect(await bench.locator('.picture-drawing:visible').getAttribute('data-shape')).toBe('narrow');
    expect(await bench.locator('.picture[data-playing]').count()).toBe(0);
    expect(await bench.getByRole('button', { name: 'Replay' }).count()).toBe(0);
    const list = bench.getByRole('list', { name: 'The connections of the task, in the order of its start' });
    await list.getByRole('button', { name: /^ecr\.api/ }).focus();
    await page.keyboard.press('Enter');
    expect(await selected(page)).toBe('com.amazonaws.ap-northeast-1.ecr.api');
    await bench.locator('.picture-drawing:visible .target.is-here').waitFor();
    expect(await bench.locator('.picture-link.is-here').textContent()).toContain('ecr.api');

    await bench.locator('.picture-drawing:visible .target[data-step="2"] .mono').tap();
    expect(await selected(page)).toBe('com.amazonaws.ap-northeast-1.logs');

    await list.getByRole('button', { name: /^s3 gateway/ }).focus();
    await page.keyboard.press('Enter');
    await bench.locator('[data-panel-of="run"] .run-step summary:focus').waitFor();
  });
});

test('ship-it goes from four wrong files to what is kept of it', async ({ openPage }) => {
  const page = await openPage(lessonOf('ship-it'), phone);
  const bench = await benchOn(page, 'ship-it');
  const refused = bench.locator('.station[data-state="denied"]:not([data-unreached])');
  for (const file of ['trust-policy.json', 'policy.json', 'push.yml', 'endpoints.yaml']) {
    await check(bench);
    await refused.filter({ hasText: file }).waitFor();
    expect(await refused.count()).toBe(1);
    await refused.getByRole('button').tap();
    if (file !== 'endpoints.yaml') {
      expect(await bench.locator(`[role="tab"][data-show="${file}"]`).getAttribute('aria-selected')).toBe('true');
      expect(await selected(page)).not.toBe('');
    }
    await write(bench, file, solutionOf('ship-it')[file] ?? '');
  }
  await bench.locator('[data-check]').tap();
  await waitForVerdict(bench, 'passed');
  expect(await bench.locator('.station[data-state="allowed"]').count()).toBe(5);
  expect(await bench.locator('.shipped dl').textContent()).toContain('workshop-app:main (linux/amd64, linux/arm64)');
  for (const [button, file] of [
    ['Save as picture', 'shipped.png'],
    ['Save as text', 'shipped.txt'],
  ] as const) {
    const download = page.waitForEvent('download');
    await bench.getByRole('button', { name: button }).tap();
    expect((await download).suggestedFilename()).toBe(file);
  }

  // The paper stays in the printer, so that the page as it is printed can be looked at.
  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await bench.getByRole('button', { name: 'Print' }).tap();
  await page.emulateMedia({ media: 'print' });
  const isShown = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).visibility === 'visible');
  expect([await isShown('.shipped-card'), await isShown('h1'), await isShown('.bench-head')]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('the network workbench', () => {
  const open = async (page: Page): Promise<void> => page.locator('network-bench[data-open] .picture').waitFor();

  test('starts the task that is described, and keeps draft and needs', async ({ openPage }) => {
    const page = await openPage('workbench/network/', phone);
    await open(page);
    await page.locator('[data-verdict]', { hasText: 'The task stops' }).waitFor();
    await page.locator('textarea').fill(solutionOf(id)['endpoints.yaml'] ?? '');
    await page.locator('[data-verdict]', { hasText: 'The task starts' }).waitFor();
    await page.getByLabel('Secrets').selectOption('both');
    await page.locator('.picture-link[data-state="blocked"]', { hasText: 'secretsmanager' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.reload();
    await page.locator('.picture-link[data-state="blocked"]', { hasText: 'secretsmanager' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('opens a link beside the own draft', async ({ openPage }) => {
    const text = exerciseOf(id).starter['endpoints.yaml'] ?? '';
    const fragment = await networkLinks.write({ text, needs: { ...usualNeeds, exec: true } });
    const page = await openPage(`workbench/network/${fragment}`, phone);
    await open(page);
    expect(await page.locator('textarea').inputValue()).toBe(text);
    expect(await page.getByLabel('ECS Exec').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Back to my draft' }).tap();
    expect(await page.getByLabel('ECS Exec').isChecked()).toBe(false);
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Share a link' }).tap();
    expect(await page.getByLabel('Link to these endpoints and needs').inputValue()).toContain(
      '/workbench/network/#network=',
    );
  });
});
