import type { Locator, Page } from 'playwright-core';
import { describe } from 'vitest';
import { policyLinks } from '../../src/workbench/free/link.ts';
import { becomeRich, benchOn, lessonOf } from './bench-fixture.ts';
import { axe, expect, type OpenPage, type PageOptions, test, urlOf } from './harness.ts';

const repository = 'arn:aws:ecr:ap-northeast-1:111122223333:repository/workshop-app';
const shared = {
  type: 'identity',
  text: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ecr:*","Resource":"${repository}"}]}`,
  asks: [{ action: 'ecr:PutImage', on: repository, keys: '', wanted: 'allowed', as: '' }],
  session: 'arn:aws:sts::111122223333:assumed-role/r/s',
  keys: '',
} as const;

async function openWorkbench(openPage: OpenPage, fragment = '', options: PageOptions = {}): Promise<Page> {
  const page = await openPage(`workbench/${fragment}`, { reducedMotion: true, ...options });
  await page.locator('free-bench[data-open]').waitFor();
  return page;
}

const stateOf = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator('[data-verdict]', { hasText: text }).waitFor();
const callOf = (page: Page, number: number): Locator =>
  page.getByRole('listitem', { name: `Call ${number}`, exact: true });

describe('the policy workbench', () => {
  test('begins with a policy and its calls, and says what is refused and why', async ({ openPage }) => {
    const page = await openWorkbench(openPage);
    await stateOf(page, '7 of 8 as wanted');
    const refused = page.locator('.ask[data-state="otherwise"]');
    expect(await refused.count()).toBe(1);
    expect(await refused.locator('.step-said').textContent()).toMatch(
      /^User: arn:aws:sts::.* is not authorized to perform: ecr:GetDownloadUrlForLayer on resource: /,
    );
    expect(await axe(page)).toEqual([]);
  });

  test('offers the smallest edit that lets a refused call pass', async ({ openPage }) => {
    const page = await openWorkbench(openPage);
    await page
      .locator('.ask[data-state="otherwise"]')
      .getByRole('button', { name: /^Apply: / })
      .click();
    await stateOf(page, 'All 8 as wanted');
    expect(await page.locator('[data-beyond] .problem').count()).toBe(0);
  });

  test('leads from an allowed call to the text that decides', async ({ openPage }) => {
    const page = await openWorkbench(openPage, '', { touch: true, width: 390 });
    await stateOf(page, 'as wanted');
    await callOf(page, 1).locator('.ask-why summary').click();
    await callOf(page, 1).getByRole('button', { name: 'Show in policy.json' }).click();
    const selected = await page.evaluate(() => {
      const area = document.activeElement;
      return area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : '';
    });
    expect(JSON.parse(selected)).toMatchObject({ Effect: 'Allow', Action: 'ecr:GetAuthorizationToken' });
  });

  test('asks a call that somebody types, suggests actions, and takes it out again', async ({ openPage }) => {
    const page = await openWorkbench(openPage);
    await page.getByRole('button', { name: 'Take all out' }).click();
    await stateOf(page, 'No calls');
    await page.getByRole('button', { name: 'Add a call' }).click();
    await page.keyboard.type('ecr:');
    await page.locator('#free-actions option[value="ecr:PutImage"]').waitFor({ state: 'attached' });
    await page.keyboard.type('DeleteRepository');
    await page.getByLabel('Call 1: Resource').fill(repository);
    await stateOf(page, '0 of 1 as wanted');
    await page.getByLabel('Call 1: Wanted').selectOption('denied');
    await stateOf(page, 'All 1 as wanted');
    await page.getByRole('button', { name: 'Take out Call 1' }).click();
    await stateOf(page, 'No calls');
  });

  test('scores what goes beyond, proposes a policy that grants less, and takes it over and back', async ({
    openPage,
  }) => {
    const page = await openWorkbench(openPage, await policyLinks.write(shared), { touch: true, width: 390 });
    const [area, score] = [page.locator('[data-file="policy.json"]'), page.locator('[data-measure] .score-line')];
    await stateOf(page, 'All 1 as wanted, and more is granted');
    expect(await page.locator('[data-beyond]').textContent()).toMatch(/and \d+ more actions, which no call needs/);
    await page.locator('[data-measure] .smaller').waitFor();
    expect(await score.textContent()).toMatch(/^\d\d points beyond the need$/);
    await page.locator('.beyond-group summary', { hasText: 'Change who may do what' }).click();
    await page.locator('.beyond-actions', { hasText: 'ecr:SetRepositoryPolicy' }).waitFor();
    await page.locator('.proof summary').click();
    expect(await page.locator('.proof tbody tr').allTextContents()).toEqual([
      `ecr:PutImage${repository}allowedallowed`,
    ]);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this policy' }).click();
    await page.locator('.score-line', { hasText: /^0 points beyond the need/ }).waitFor();
    expect(JSON.parse(await area.inputValue())).toMatchObject({ Statement: [{ Action: 'ecr:PutImage' }] });
    await page.locator('.notice', { hasText: 'The proposal is in the editor.' }).getByRole('button').click();
    expect(await area.inputValue()).toBe(shared.text);
  });

  test('asks tokens of a trust policy', async ({ openPage }) => {
    const page = await openWorkbench(openPage);
    await page.getByRole('tab', { name: 'Trust policy' }).click();
    await page.getByRole('heading', { name: 'Tokens that ask for the role' }).waitFor();
    await page.locator('.ask[data-state="otherwise"]', { hasText: 'Claims: repo:' }).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Identity policy' }).click();
    await stateOf(page, '7 of 8 as wanted');
  });

  test('says of a text that IAM does not save what is wrong with it', async ({ openPage }) => {
    const page = await openWorkbench(openPage, '', { touch: true, width: 390 });
    await page.locator('[data-file="policy.json"]').fill('{ "Version": ');
    await stateOf(page, 'Cannot be read');
    expect(await page.locator('[data-problems] .problem').count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('keeps the draft', async ({ openPage }) => {
    const page = await openWorkbench(openPage, '', { touch: true, width: 390 });
    await page.locator('[data-file="policy.json"]').fill('{}');
    await page.getByRole('button', { name: 'Take out Call 1' }).click();
    await page.reload();
    await page.locator('free-bench[data-open]').waitFor();
    expect(await page.locator('[data-file="policy.json"]').inputValue()).toBe('{}');
    expect(await page.locator('.ask').count()).toBe(7);
  });
});

describe('a shared link', () => {
  const phone = { touch: true, width: 390 } as const;

  test('opens beside the own draft, and leads back to it', async ({ openPage }) => {
    const page = await openWorkbench(openPage, await policyLinks.write(shared), phone);
    const area = page.locator('[data-file="policy.json"]');
    expect(await area.inputValue()).toBe(shared.text);
    expect(await page.evaluate(() => localStorage.getItem('fargate-tips/v1/workbench'))).toBeNull();
    await page.getByRole('button', { name: 'Back to my draft' }).click();
    expect(await area.inputValue()).toContain('ecr:CompleteLayerUpload');
    expect(await page.locator('.ask').count()).toBe(8);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('becomes the draft when that is wanted, and the one before is kept', async ({ openPage }) => {
    const page = await openWorkbench(openPage, await policyLinks.write(shared), phone);
    await page.getByRole('button', { name: 'Make it my draft' }).click();
    await page.goto(urlOf('workbench/'));
    await page.locator('free-bench[data-open]').waitFor();
    expect(await page.locator('[data-file="policy.json"]').inputValue()).toBe(shared.text);
    await page.locator('.bench-more summary').click();
    await page.getByRole('button', { name: /^Open the version of/ }).click();
    expect(await page.locator('[data-file="policy.json"]').inputValue()).toContain('ecr:CompleteLayerUpload');
  });

  test.for([
    ['cut', '#policy=q1YqSS1JVbJSKk', 'cut or damaged'],
    ['too long', `#policy=${'A'.repeat(9_000)}`, 'longer than 8,192 characters'],
  ] as const)('that is %s takes nothing', async ([, fragment, told], { openPage }) => {
    const page = await openWorkbench(openPage, fragment, phone);
    await page.locator('.notice', { hasText: told }).waitFor();
    expect(await page.locator('.ask').count()).toBe(8);
  });

  test('is made here, and opens elsewhere', async ({ openPage }) => {
    const page = await openWorkbench(openPage, '', phone);
    await page.getByRole('button', { name: 'Share a link' }).click();
    const address = await page.getByLabel('Link to this policy and its calls').inputValue();
    const other = await openPage(`workbench/${new URL(address).hash}`);
    await stateOf(other, '7 of 8 as wanted');
    await other.locator('.notice-text', { hasText: 'This is what the link holds' }).waitFor();
  });

  test('that would be too long is not made', async ({ openPage }) => {
    const page = await openWorkbench(openPage, '', phone);
    const noise = Array.from({ length: 1_500 }, (_, index) => ((index * 2_654_435_761) % 4_294_967_296).toString(36));
    await page.locator('[data-file="policy.json"]').fill(noise.join(' '));
    await page.getByRole('button', { name: 'Share a link' }).click();
    await page.locator('.notice', { hasText: 'As a link this takes' }).waitFor();
  });
});

test('a lesson hands its policy and its calls over', async ({ openPage }) => {
  const page = await openPage(lessonOf('iam-least-privilege'), { reducedMotion: true });
  const bench = await benchOn(page, 'iam-least-privilege');
  await bench.locator('.bench-more summary').click();
  await bench.getByRole('button', { name: 'Open in the workbench' }).click();
  await page.waitForURL(/\/workbench\/#policy=/);
  await page.locator('.notice-text', { hasText: 'This is what the link holds' }).waitFor();
  await stateOf(page, /of 16 as wanted/);
});

test('an exercise that wants nothing beyond keeps the score beside its goals', async ({ openPage }) => {
  const page = await openPage(lessonOf('iam-least-privilege'), { reducedMotion: true, touch: true, width: 390 });
  const bench = await benchOn(page, 'iam-least-privilege');
  const area = bench.locator('textarea[data-file]');
  await bench.locator('[data-check]').click();
  await bench.locator('.score-line', { hasText: '98 points' }).waitFor();
  await area.fill((await area.inputValue()).replace('ecr:*', 'ecr:Put*'));
  await bench.locator('.score-step[data-way="down"]').waitFor();
  await area.fill('{');
  await bench.locator('.score-idle', { hasText: 'IAM does not save this text' }).waitFor();
});

test('the rich editor suggests what the catalogue knows, and explains it', async ({ openPage }) => {
  const page = await openWorkbench(openPage);
  const bench = page.locator('free-bench');
  await becomeRich(bench);
  await bench.locator('.view-line', { hasText: 'ecr:PutImage' }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' "ecr:GetDow');
  const offer = page.locator('.suggest-widget .monaco-list-row', { hasText: 'ecr:GetDownloadUrlForLayer' });
  await offer.waitFor();
  expect(await offer.textContent()).toContain('Access level Read');
  await page.keyboard.press('Enter');
  await bench.locator('.view-line', { hasText: 'ecr:GetDownloadUrlForLayer' }).waitFor();
  await bench.locator('.view-line span span', { hasText: 'ecr:BatchGetImage' }).hover();
  await page.locator('.monaco-hover', { hasText: 'Access level Read' }).waitFor();
});
