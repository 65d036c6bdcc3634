import { curriculum } from '../../src/exercises/loader.ts';
import {
  becomeRich,
  benchOn,
  check,
  draftOf,
  exerciseOf,
  progressOf,
  solutionOf,
  verdictOf,
  waitForVerdict,
  writeRich,
} from './bench-fixture.ts';
import { expect, test } from './harness.ts';

const lessons = curriculum.filter(({ exercises }) => exercises.length > 0);

test.for(lessons)(
  '$slug: each starter fails, each solution typed into the rich editor passes, and both are found again',
  async ({ slug, exercises }, { openPage }) => {
    const page = await openPage(`lessons/${slug}/`);
    for (const id of exercises) {
      const bench = await benchOn(page, id);
      expect(await check(bench), `starter of ${id}`).not.toBe('passed');
      await becomeRich(bench);
      for (const file of exerciseOf(id).files) await writeRich(bench, file, solutionOf(id)[file] ?? '');
      await waitForVerdict(bench, 'passed');
      expect(await bench.locator('[data-goal]:not([data-state="met"])').count()).toBe(0);
      expect(await bench.locator('.passed').isVisible()).toBe(true);
    }
    await page.waitForTimeout(450);
    await page.reload();
    for (const id of exercises) {
      const bench = await benchOn(page, id);
      expect(await verdictOf(bench), `${id} after a reload`).toBe('passed');
      expect(await draftOf(page, id)).toEqual(solutionOf(id));
      expect(await progressOf(page, id)).toMatchObject({ state: 'passed' });
    }
  },
);

test.for(lessons)('$slug: each solution passes on a phone, by touch', async ({ slug, exercises }, { openPage }) => {
  const page = await openPage(`lessons/${slug}/`, { width: 390, height: 844, touch: true });
  for (const id of exercises) {
    const bench = await benchOn(page, id);
    for (const file of exerciseOf(id).files) {
      const tab = bench.locator(`[role="tab"][data-show="${file}"]`);
      if ((await tab.count()) > 0) await tab.tap();
      await bench.locator('.sheet:not([hidden]) .sheet-box').tap();
      await bench.locator(`textarea[data-file="${file}"]`).fill(solutionOf(id)[file] ?? '');
    }
    await bench.locator('[data-check]').tap();
    await waitForVerdict(bench, 'passed');
    expect(await bench.locator('.monaco-editor').count()).toBe(0);
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
