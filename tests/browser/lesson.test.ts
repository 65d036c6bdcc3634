import type { Page } from 'playwright-core';
import { benchOn, check, solutionOf, waitForVerdict } from './bench-fixture.ts';
import { expect, test } from './harness.ts';

const id = 'network-from-nothing';

const statesIn = async (page: Page): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await page
      .locator(`[data-follows="${id}"] g[data-connection]`)
      .evaluateAll((parts) =>
        (parts as SVGGElement[]).map(({ dataset }) => [dataset['connection'] ?? '', dataset['state'] ?? '']),
      ),
  );

test('the drawing of the subnet shows how the start of the task went', async ({ openPage }) => {
  const page = await openPage('lessons/private-subnet/', { width: 390, height: 844, touch: true });
  expect(new Set(Object.values(await statesIn(page)))).toEqual(new Set(['idle']));

  const bench = await benchOn(page, id);
  await check(bench);
  expect(await statesIn(page)).toEqual({
    'get-secret': 'open',
    'get-registry-auth': 'open',
    'check-logs': 'open',
    'get-manifest': 'open',
    'get-layers': 'blocked',
    'open-exec-channel': 'blocked',
  });
  const said = page.locator(`[data-follows="${id}"] li[data-connection="get-layers"] .verdict`);
  expect(await said.filter({ visible: true }).textContent()).toBe('blocked');

  await bench.locator('.sheet-box').tap();
  await bench.locator('textarea[data-file="endpoints.yaml"]').fill(solutionOf(id)['endpoints.yaml'] ?? '');
  await bench.locator('[data-check]').tap();
  await waitForVerdict(bench, 'passed');
  expect(new Set(Object.values(await statesIn(page)))).toEqual(new Set(['open']));
});
