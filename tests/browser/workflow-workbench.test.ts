import type { Page } from 'playwright-core';
import { describe } from 'vitest';
import { usualHappening } from '../../src/workbench/free-run/happening.ts';
import { runLinks } from '../../src/workbench/free-run/run-link.ts';
import { becomeRich } from './bench-fixture.ts';
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

  test('lays out what a link holds, and keeps the own draft among the earlier versions', async ({ openPage }) => {
    const text = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo hi\n';
    const happening = { ...usualHappening, kind: 'tag', tag: 'v2.0.0' } as const;
    const page = await openPage('workbench/workflow/', { reducedMotion: true, touch: true, width: 390 });
    await page.locator('run-bench[data-open]').waitFor();
    const area = page.locator('textarea[data-file="push.yml"]');
    await area.fill('on: push # mine\n');
    await page.goto(`${page.url()}${await runLinks.write({ text, happening })}`);
    await stateOf(page, 'The run is green');
    expect(await page.getByRole('textbox', { name: 'Tag', exact: true }).inputValue()).toBe('v2.0.0');
    await page.getByRole('button', { name: 'Share a link' }).click();
    const link = await page.getByRole('textbox', { name: 'Link to this workflow and its event' }).inputValue();
    expect(await runLinks.read(new URL(link).hash)).toEqual({ kind: 'shared', shared: { text, happening } });
    await page.getByRole('button', { name: 'Make it my draft' }).click();
    await page.getByText('It is your draft now').first().waitFor();
    await page.locator('.bench-more summary').click();
    await page
      .locator('[data-menu]')
      .getByRole('button', { name: /^Version|Open/ })
      .first()
      .click();
    expect(await area.inputValue()).toBe('on: push # mine\n');
  });
});

test('the rich editor suggests what GitHub and the file know, and explains it', async ({ openPage }) => {
  const page = await openWorkbench(openPage);
  await stateOf(page, 'The run fails');
  const bench = page.locator('run-bench');
  await becomeRich(bench);
  const row = (text: string) => page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text });
  const line = (text: string) => bench.locator('.view-line', { hasText: text });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('      - us');
  await row('Selects an action').waitFor();
  await page.keyboard.press('Enter');
  // What is only begun leads on to what may stand there.
  await row('docker/setup-qemu-action@v4').click();
  await line('uses: docker/setup-qemu-action@v4').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('wi');
  await row('A map of the input parameters').click();
  await row('cache-image').waitFor();
  await row('Platforms to emulate').click();
  await row('arm64,arm').click();
  await line('platforms: arm64,arm').waitFor();
  await line('setup-qemu-action').locator('span span', { hasText: 'setup-qemu-action' }).hover();
  await page.locator('.monaco-hover', { hasText: 'Sets up emulation' }).waitFor();
});
