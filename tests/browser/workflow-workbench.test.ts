import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { axe, expect, type OpenPage, type PageOptions, test } from './harness.ts';

async function openWorkbench(openPage: OpenPage, options: PageOptions = {}): Promise<Page> {
  const page = await openPage('workbench/workflow/', { reducedMotion: true, ...options });
  await page.locator('run-bench[data-open]').waitFor();
  return page;
}

const stateOf = (page: Page, text: string): Promise<void> =>
  page.locator('[data-verdict]', { hasText: text }).waitFor();

describe('the workflow workbench', () => {
  test('plays a run, and says where it stops and why', async ({ openPage }) => {
    const page = await openWorkbench(openPage);
    await stateOf(page, 'The run fails');
    expect(await page.locator('[data-run] [data-stop] .step-said').first().textContent()).toMatch(
      /^ERROR: Multi-platform build is not supported for the docker driver/,
    );
    expect(await axe(page)).toEqual([]);
  });

  test('plays another event, and keeps it', async ({ openPage }) => {
    const page = await openWorkbench(openPage, { touch: true, width: 390 });
    await page.getByLabel('Event').selectOption('Pull request from a fork');
    await stateOf(page, 'No run starts');
    expect(await page.getByRole('textbox', { name: 'Into the branch' }).inputValue()).toBe('main');
    await page.getByLabel('Event').selectOption('Push to a branch');
    await page.getByRole('textbox', { name: 'Branch', exact: true }).fill('dev');
    await stateOf(page, 'No run starts');
    await page.reload();
    await page.locator('run-bench[data-open]').waitFor();
    await stateOf(page, 'No run starts');
    expect(await page.getByRole('textbox', { name: 'Branch', exact: true }).inputValue()).toBe('dev');
  });

  test('takes any text, and gives the first one back', async ({ openPage }) => {
    const page = await openWorkbench(openPage, { touch: true, width: 390 });
    const area = page.locator('textarea[data-file="push.yml"]');
    await area.fill('on: push\njobs: [oops\n');
    await stateOf(page, 'Cannot be read');
    await area.fill('on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hi\n');
    await stateOf(page, 'The run is green');
    await page.getByRole('button', { name: 'Reset' }).click();
    await stateOf(page, 'The run fails');
  });
});
