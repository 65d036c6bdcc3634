import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { axe, expect, test } from './harness.ts';

const deck = 'present/push-from-github-actions/';
const notes = `${deck}notes/`;

/** The name of the slide that is shown. */
const shown = (page: Page): Promise<string> =>
  page.locator('[data-current] [data-slide]').getAttribute('aria-label').then(String);
const number = (page: Page): Promise<string> => shown(page).then((label) => /Slide (\d+)/.exec(label)?.[1] ?? '');

describe('the stage', () => {
  test('turns by keys and clicker, reveals an answer, goes by number, and stands in the address', async ({
    openPage,
  }) => {
    const page = await openPage(deck, { reducedMotion: true });
    await page.locator('[data-tools]').waitFor();
    for (const key of ['PageDown', 'ArrowRight', ' ']) await page.keyboard.press(key);
    expect(await number(page)).toBe('4');
    await page.keyboard.press('PageUp');
    expect(new URL(page.url()).hash).toBe('#3');
    await page.keyboard.press('6');
    await page.keyboard.press('Enter');
    expect(await shown(page)).toContain('Which step turns red?');
    await page.locator('[data-current] .slide-reply').waitFor({ state: 'hidden' });
    await page.keyboard.press('PageDown');
    await page.locator('[data-current] .slide-reply').waitFor();
    expect(await number(page)).toBe('6');
    await page.goBack();
    expect(await number(page)).toBe('3');
    await page.keyboard.press('b');
    await page.locator('[data-curtain]').waitFor();
    await page.keyboard.press('PageDown');
    await page.locator('[data-curtain]').waitFor({ state: 'hidden' });
    expect(await number(page)).toBe('3');
  });

  test('grades what is typed on the slide, where keys belong to the editor', async ({ openPage }) => {
    const page = await openPage(`${deck}#workflow-four-steps`, {
      touch: true,
      width: 1280,
      height: 720,
      reducedMotion: true,
    });
    const slide = page.locator('[data-current]');
    const area = slide.locator('textarea');
    await slide.locator('.bench[data-open]').waitFor();
    await area.focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('b');
    expect(await number(page)).toBe('7');
    await page.locator('[data-curtain]').waitFor({ state: 'hidden' });
    await page.keyboard.press('Backspace');
    await slide.getByRole('button', { name: 'Check', exact: true }).click();
    await slide.locator('.bench-goals [data-state=unmet]').first().waitFor();
    await area.focus();
    await page.keyboard.press('Shift+Escape');
    await page.keyboard.press('PageDown');
    expect(await number(page)).toBe('8');
  });

  test('has an overview to choose from, lines to draw and wipe, and a help', async ({ openPage }) => {
    const page = await openPage(deck, { reducedMotion: true });
    await page.locator('[data-tools]').waitFor();
    await page.keyboard.press('d');
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.mouse.move(600, 400, { steps: 4 });
    await page.mouse.up();
    expect(await page.locator('[data-current] .ink polyline').count()).toBe(1);
    await page.keyboard.press('c');
    expect(await page.locator('[data-current] .ink polyline').count()).toBe(0);
    await page.keyboard.press('o');
    // The first slides stand for all, and the bench has its own tests.
    for (const part of ['.page:nth-child(-n + 4)', '.tools']) expect(await axe(page, part)).toEqual([]);
    await page.getByRole('button', { name: /A login is not a permission/ }).click();
    expect(await shown(page)).toContain('A login is not a permission');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys and clicker' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('goes on to the next lesson, and back to the end of this one', async ({ openPage }) => {
    const page = await openPage(`${deck}#last`, { reducedMotion: true });
    await page.locator('[data-tools]').waitFor();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/multi-platform-images/);
    await page.locator('[data-tools]').waitFor();
    await page.keyboard.press('PageUp');
    await page.waitForURL(/push-from-github-actions\/#last/);
    expect(await shown(page)).toContain('What to keep');
  });

  test.for(['least-privilege', 'ship-it'])('fits every slide of %s into its frame', async (lesson, { openPage }) => {
    const page = await openPage(`present/${lesson}/`, { reducedMotion: true });
    await page.locator('[data-tools]').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.keyboard.press('o');
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.slide:not(.slide-of-exercise)')]
        .filter(
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
            scrollHeight > clientHeight + 2 || scrollWidth > clientWidth + 2,
        )
        .map((slide) => slide.getAttribute('aria-label')),
    );
    expect(cut).toEqual([]);
  });
});

describe('the speaker’s window', () => {
  test('follows the slides, turns them, and says when they are gone', async ({ openPage }) => {
    const page = await openPage(deck, { reducedMotion: true });
    const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
    await speaker.getByText('The slides follow.').waitFor();
    await page.bringToFront();
    await page.keyboard.press('PageDown');
    await speaker.getByText('Read the red line aloud').waitFor();
    await speaker.getByRole('button', { name: 'Next' }).click();
    await page.locator('[data-current]', { hasText: 'Four steps, four handovers' }).waitFor();
    await speaker.getByRole('button', { name: 'Break of 10 min' }).click();
    await page.getByText(/Back at \d\d:\d\d/).waitFor();
    await page.close();
    await speaker.getByText('The slides do not answer.').waitFor();
    expect(await axe(speaker)).toEqual([]);
  });

  test('turns alone on a phone, and knows when one is late', async ({ openPage }) => {
    const start = JSON.stringify({ at: 0, lesson: 'push-from-github-actions' });
    const page = await openPage(notes, {
      width: 390,
      height: 844,
      touch: true,
      colorScheme: 'dark',
      reducedMotion: true,
      storage: { 'fargate-tips/v1/course-start': start },
    });
    await page.getByText(/^\+\d+ min$/).waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Read the red line aloud').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axe(page)).toEqual([]);
  });
});

describe('running the course', () => {
  test('counts the times from the start, on a phone too', async ({ openPage }) => {
    const page = await openPage('present/', { width: 390, height: 844, touch: true, reducedMotion: true });
    await page.getByLabel('Starts at').fill('13:30');
    expect(await page.locator('[data-time]').allTextContents()).toEqual(
      expect.arrayContaining(['13:30', '13:50', '14:05']),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axe(page)).toEqual([]);
  });
});
