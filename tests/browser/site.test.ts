import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { curriculum, exercises } from '../../src/exercises/loader.ts';
import { axe, expect, test, urlOf } from './harness.ts';

const lessons = curriculum.map(({ slug }) => `lessons/${slug}/`);
const pages = ['', ...lessons, 'workbench/', 'checks/', 'facts/'];

/** What repeats is judged by its first few: all checks are made by one template, and axe is slow on thousands of elements. */
const shorten = (page: Page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll('.check:nth-of-type(n + 6)')) element.remove();
  });

describe.each(pages)('page “%s”', (path) => {
  test('has nothing that axe objects to', async ({ openPage }) => {
    const page = await openPage(path, { reducedMotion: true });
    await shorten(page);
    expect(await axe(page)).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('fits a phone, in the dark', async ({ openPage }) => {
    const page = await openPage(path, {
      width: 390,
      height: 844,
      touch: true,
      colorScheme: 'dark',
      reducedMotion: true,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await shorten(page);
    // The elements are those of the test above; what is new are colours and sizes.
    expect(await axe(page, 'html', ['color-contrast', 'target-size'])).toEqual([]);
  });
});

test('every link inside the site leads somewhere, anchors too', async ({ openPage }) => {
  const page = await openPage('');
  const found = await page.evaluate(async (paths) => {
    const documents = new Map<string, Document>();
    const read = async (address: string) => {
      const known = documents.get(address);
      if (known !== undefined) return known;
      const response = await fetch(address);
      if (!response.ok) return null;
      // A document that is only looked at, never shown.
      const policy = (
        globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): { createHTML(text: string): string } };
        }
      ).trustedTypes;
      const html = policy.createPolicy(`read-${documents.size}`, { createHTML: (text: string) => text });
      const parsed = new DOMParser().parseFromString(html.createHTML(await response.text()), 'text/html');
      documents.set(address, parsed);
      return parsed;
    };
    const broken: string[] = [];
    let count = 0;
    for (const path of paths) {
      const from = new URL(path, location.href);
      for (const link of (await read(from.href))?.querySelectorAll('a[href]') ?? []) {
        const to = new URL(link.getAttribute('href') ?? '', from);
        if (to.origin !== location.origin) continue;
        count++;
        const target = await read(to.href.split('#')[0] ?? '');
        const anchor = decodeURIComponent(to.hash.slice(1));
        if (target === null || (anchor !== '' && target.getElementById(anchor) === null))
          broken.push(`${path}: ${to.href}`);
      }
    }
    return { broken, count };
  }, pages);
  expect(found.broken).toEqual([]);
  expect(found.count).toBeGreaterThan(pages.length * 10);
});

describe('the search', () => {
  test('opens by its chord, finds, and goes there by Enter', async ({ openPage }) => {
    const page = await openPage('');
    await page.keyboard.press('Control+k');
    const search = page.getByRole('dialog', { name: 'Search the workshop' });
    await search.getByRole('combobox').fill('GetDownloadUrlForLayer');
    const options = search.getByRole('option');
    await options.first().waitFor();
    expect(await search.getByRole('status').textContent()).toMatch(/^\d+ results?$/);
    expect(await axe(page, '[data-search]')).toEqual([]);
    const address = await options.first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.endsWith(address ?? ''));
  });

  test('chooses by arrow keys, and says when nothing is found', async ({ openPage }) => {
    const page = await openPage('facts/');
    await page.keyboard.press('/');
    const field = page.getByRole('combobox');
    await field.fill('push');
    const chosen = page.locator('[data-search] [aria-selected=true]');
    await chosen.waitFor();
    const first = await chosen.getAttribute('id');
    await page.keyboard.press('ArrowDown');
    expect(await chosen.getAttribute('id')).not.toBe(first);
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    expect(await chosen.getAttribute('id')).toBe(first);
    await field.fill('xyzzy-nowhere');
    await page.getByText('Nothing here says “xyzzy-nowhere”').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('says when the index does not come, and tries again', async ({ openPage, faults }) => {
    const page = await openPage('');
    await page.route('**/search.en.json', (route) => route.abort());
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('The index did not load').waitFor();
    faults.splice(0);
    await page.unroute('**/search.en.json');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Arrow keys choose').waitFor();
  });
});

describe('the contents', () => {
  test.for([true, false])('list every lesson and exercise, with script: %s', async (script, { openPage }) => {
    const page = await openPage('lessons/least-privilege/', { script });
    await page.getByRole('button', { name: 'Contents' }).click();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await contents.waitFor();
    expect(await contents.locator('.lesson').count()).toBe(curriculum.length);
    expect(await contents.locator('ol a[data-exercises]').count()).toBe(exercises.length);
    expect(await contents.locator('[aria-current=page]').count()).toBe(1);
    if (script) expect(await axe(page, '#contents')).toEqual([]);
    await page.keyboard.press('Escape');
    await contents.waitFor({ state: 'hidden' });
  });
});

describe('the theme', () => {
  const shown = () => getComputedStyle(document.documentElement).colorScheme;

  test('goes round, and is kept', async ({ openPage }) => {
    const page = await openPage('', { colorScheme: 'dark' });
    const button = page.locator('[data-theme-switch]');
    expect(await page.evaluate(shown)).toBe('light dark');
    await button.click();
    expect(await page.evaluate(shown)).toBe('light');
    await page.reload();
    expect(await page.evaluate(shown)).toBe('light');
    await button.click();
    expect(await page.evaluate(shown)).toBe('dark');
    await button.click();
    expect(await page.evaluate(shown)).toBe('light dark');
  });

  test('is there before the first paint', async ({ openPage }) => {
    const page = await openPage('', {
      storage: { 'fargate-tips/theme': 'dark' },
      before: `document.addEventListener('readystatechange', () => { window.early ??= document.documentElement.dataset.theme; });`,
    });
    expect(await page.evaluate(() => (window as unknown as { early?: string }).early)).toBe('dark');
  });
});

describe('progress', () => {
  const progress = (passed: readonly string[], last: string) =>
    JSON.stringify({
      last,
      exercises: Object.fromEntries(
        passed.map((id) => [id, { state: 'passed', attempts: 1, revealed: false, changedAt: 1 }]),
      ),
    });
  const ids = exercises.map(({ id }) => id);
  const [first, second] = exercises;

  test('leads a learner on from the first page', async ({ openPage }) => {
    const storage = { 'fargate-tips/v1/progress': progress([first?.id ?? ''], first?.id ?? '') };
    const page = await openPage('', { storage });
    const link = page.getByRole('link', { name: `Go on with “${second?.texts.en?.title}”` });
    expect(new URL((await link.getAttribute('href')) ?? '', page.url()).href).toBe(
      urlOf(`lessons/${second?.lesson}/#${second?.id}`),
    );
  });

  test('marks what is done, and ends with the closing words', async ({ openPage }) => {
    const storage = { 'fargate-tips/v1/progress': progress(ids, ids.at(-1) ?? '') };
    const page = await openPage('', { storage });
    await page.getByRole('link', { name: 'Read the closing words' }).waitFor();
    const path = page.getByRole('navigation', { name: 'Lessons' });
    expect(await path.locator('[data-progress=passed]').count()).toBe(curriculum.length - 1);
    expect(await path.getByRole('link').first().textContent()).toMatch(/, done/);
    expect(await axe(page, '.bar')).toEqual([]);
  });

  test('is not asked for on a first visit', async ({ openPage }) => {
    const page = await openPage('');
    await page.getByRole('link', { name: 'Start with lesson 1' }).waitFor();
  });
});

test('the push of the first page passes once the action is granted, without script too', async ({ openPage }) => {
  const page = await openPage('', { script: false });
  await page.getByText('Refused', { exact: true }).waitFor();
  await page.getByRole('checkbox').check();
  await page.getByText('Every call is allowed').waitFor();
  expect(await page.getByText('Refused', { exact: true }).isVisible()).toBe(false);
});

test('a keyboard comes to the content by its first key', async ({ openPage }) => {
  const page = await openPage('lessons/ship-it/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test('the checks can be narrowed to one domain', async ({ openPage }) => {
  const page = await openPage('checks/');
  const areas = page.locator('.area');
  const all = await areas.count();
  await page.getByRole('radio', { name: /IAM policies/ }).check();
  expect(await areas.filter({ visible: true }).count()).toBe(1);
  await page.evaluate(() => {
    location.hash = 'network-bad-port';
  });
  await page.getByRole('radio', { name: /^All/, checked: true }).waitFor({ state: 'attached' });
  expect(await areas.filter({ visible: true }).count()).toBe(all);
});

test('what is printed is the lesson', async ({ openPage }) => {
  const page = await openPage('lessons/least-privilege/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.bar').isVisible()).toBe(false);
  expect(await page.locator('h1').isVisible()).toBe(true);
});
