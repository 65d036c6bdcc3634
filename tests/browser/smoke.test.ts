import { expect, test, urlOf } from './harness.ts';

test('the first page loads without a fault', async ({ openPage }) => {
  const page = await openPage('');
  expect(await page.title()).not.toBe('');
  expect(await page.locator('h1').count()).toBe(1);
});

test('an address that does not exist has a page of ours and status 404', async ({ openPage, faults }) => {
  const page = await openPage('');
  const response = await page.goto(urlOf('no-such-page/'));
  expect(response?.status()).toBe(404);
  expect(await page.locator('a[href]').count()).toBeGreaterThan(0);
  faults.splice(0);
});

test('pages come with the policy that the site ships with', async ({ openPage }) => {
  const page = await openPage('');
  const response = await page.reload();
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
});
