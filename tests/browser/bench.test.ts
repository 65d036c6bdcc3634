import {
  becomeRich,
  benchOn,
  check,
  draftOf,
  exerciseOf,
  lessonOf,
  progressOf,
  solutionOf,
  waitForVerdict,
  writeRich,
} from './bench-fixture.ts';
import { axe, expect, test, urlOf } from './harness.ts';

const id = 'iam-buildx-push';
const path = lessonOf(id);
/** A desktop whose learner prefers the plain editor; the rich one is then never fetched. */
const plain = {
  storage: {
    'fargate-tips/v1/preferences': JSON.stringify({ editor: 'plain', tabIndents: true, screenReader: false }),
  },
} as const;
const phone = { width: 390, height: 844, touch: true } as const;
const starter = (exerciseOf(id).starter['policy.json'] ?? '').replace(/\r\n?/g, '\n');

test('makes sense without script', async ({ openPage }) => {
  const page = await openPage(path, { script: false });
  const bench = page.locator(`exercise-bench[data-exercise="${id}"]`);
  expect(await bench.locator('.sheet textarea').inputValue()).toBe(starter);
  expect(await bench.locator('[data-goal]').count()).toBe(exerciseOf(id).goals.length);
  expect(await bench.locator('details.hint').count()).toBe(3);
  expect(await bench.locator('[data-check]').isVisible()).toBe(false);
});

test('shows the refusal in the real run, and leads to the text that decides', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const bench = await benchOn(page, id);
  expect(await check(bench)).toBe('failed');
  const refused = bench.locator('.run-groups .run-step[data-state="denied"]').first();
  await refused.locator('summary').scrollIntoViewIfNeeded();
  expect(await refused.locator('details').getAttribute('open')).not.toBeNull();
  const allowed = bench.locator('.run-step[data-state="allowed"]').first();
  if ((await allowed.locator('details').getAttribute('open')) === null) await allowed.locator('summary').click();
  await allowed
    .getByRole('button', { name: /^Show line \d+$/ })
    .first()
    .click();
  const selected = await bench
    .locator('.sheet textarea')
    .evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(selected).toBeGreaterThan(0);
});

test('says the result to a screen reader, and says the same again', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  const live = bench.locator('[data-live]');
  await check(bench);
  await live.filter({ hasText: /\d of \d goals met/ }).waitFor({ state: 'attached' });
  await live.evaluate((region) => {
    region.textContent = 'old';
  });
  await check(bench);
  await live.filter({ hasText: /\d of \d goals met/ }).waitFor({ state: 'attached' });
  expect(await progressOf(page, id)).toMatchObject({ state: 'trying', attempts: 1 });
});

test('loses no key while the rich editor comes, and undo leads back to the text before', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  await bench.locator('.sheet textarea').click({ position: { x: 3, y: 3 } });
  await page.keyboard.press('ControlOrMeta+Home');
  const typed = 'abcdefghijklmnopqrstuvwxyz';
  await page.keyboard.type(typed, { delay: 30 });
  await bench.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.type('0123');
  const text = `${typed}0123${starter}`;
  await expect.poll(() => draftOf(page, id)).toEqual({ 'policy.json': text });
  for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => draftOf(page, id)).toBeNull();
});

test('types key by key what closes itself, a slash among it', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  await becomeRich(bench);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  const text = '{"a/b": ["c", {"d": 1}]}';
  await page.keyboard.type(text);
  await expect.poll(() => draftOf(page, id)).toEqual({ 'policy.json': text });
});

test('goes to a problem by F8 in the rich editor, mends it there, and finds text', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  await becomeRich(bench);
  await writeRich(bench, 'policy.json', starter.replace('ecr:PutImage', 'ecr:PutImagee'));
  await bench.locator('[data-panel="problems"] [data-count]:not([hidden])').waitFor();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('F8');
  await bench.locator('.marker-widget').filter({ hasText: 'PutImagee' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+.');
  await bench.locator('.action-widget .action').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => draftOf(page, id)).toBeNull();
  await page.keyboard.press('ControlOrMeta+f');
  await bench.locator('.find-widget.visible').waitFor();
});

test('lets Tab through until one types, indents then, and lets go after Esc and after Ctrl+M', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  const focusIsIn = (): Promise<boolean> =>
    bench.locator('.bench-editor').evaluate((editor) => editor.contains(document.activeElement));
  await becomeRich(bench);
  await page.keyboard.press('x');
  await page.keyboard.press('Tab');
  expect(await focusIsIn()).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await focusIsIn()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await focusIsIn()).toBe(true);
  await page.keyboard.press('Tab');
  expect(await focusIsIn()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('y');
  await page.keyboard.press('Control+m');
  expect(await bench.locator('[data-tab-chip]').textContent()).toContain('Tab moves on');
  await page.keyboard.press('Tab');
  expect(await focusIsIn()).toBe(false);
  await page.reload();
  const again = await benchOn(page, id);
  expect(await again.locator('[data-tab-chip]').textContent()).toContain('Tab moves on');
});

test('keeps to the plain editor where that is preferred, with the same marks', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const bench = await benchOn(page, id);
  const area = bench.locator('.sheet textarea');
  await area.click();
  await area.fill(starter.replace('ecr:PutImage', 'ecr:PutImagee'));
  await bench.locator('[data-panel="problems"] [data-count]:not([hidden])').waitFor();
  expect(await bench.locator('.sheet-paint :is(.m-error, .m-warning)').first().textContent()).toContain('PutImagee');
  await bench.locator('[data-panel="problems"]').click();
  await bench.locator('.problem-fix + .small-print button, .problem .small-print button').first().click();
  expect(await area.inputValue()).toBe(starter);
  expect(await bench.locator('.monaco-editor').count()).toBe(0);
  const misspelt = bench.locator('.sheet-paint :is(.m-error, .m-warning)', { hasText: 'PutImagee' });
  await misspelt.first().waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+z');
  expect(await area.inputValue()).toContain('PutImagee');
  await misspelt.first().waitFor({ state: 'attached' });
  await page.keyboard.press('F8');
  expect(
    await area.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart).slice(0, 16)),
  ).toContain('PutImage');
});

test('opens its menu inside the window of a phone, and switches what it offers', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  await bench.locator('.bench-more summary').tap();
  await bench.locator('.bench-menu button').first().waitFor();
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([phone.width, phone.height]);
  await bench.getByRole('button', { name: 'Skip this exercise' }).tap();
  expect(await progressOf(page, id)).toMatchObject({ state: 'skipped' });
});

test('resets after a question, and gives the text back', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  const area = bench.locator('.sheet textarea');
  await area.fill('{}');
  await bench.locator('[data-reset]').tap();
  await bench.getByRole('button', { name: 'Put it back' }).tap();
  expect(await area.inputValue()).toBe(starter);
  await bench.getByRole('button', { name: 'Undo' }).tap();
  expect(await area.inputValue()).toBe('{}');
});

test('opens hints by attempts, then the solution against the learner’s text', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  const area = bench.locator('.sheet textarea');
  for (const text of [starter, `${starter}\n\n`, '{}', '[]']) {
    await area.fill(text);
    await check(bench);
  }
  expect(await progressOf(page, id)).toMatchObject({ attempts: 3 });
  await bench.locator('[data-open-hint]').tap();
  expect(await bench.locator('.hint:not([hidden])').count()).toBe(3);
  expect(await bench.locator('.hint[open]').count()).toBe(1);
  await bench.getByRole('button', { name: 'Show a solution' }).tap();
  await bench.locator('.diff .diff-added').first().waitFor();
  expect(await progressOf(page, id)).toMatchObject({ revealed: true });
});

test('replaces a worker that gives no answer, and says so', async ({ openPage }) => {
  const page = await openPage(path, {
    ...phone,
    before: `globalThis.Worker = class extends Worker { postMessage(message) { if (!globalThis.patient) return; super.postMessage(message); } };`,
  });
  const bench = await benchOn(page, id);
  await bench.locator('[data-check]').tap();
  await waitForVerdict(bench, 'timed-out');
  await page.evaluate(() => Object.assign(globalThis, { patient: true }));
  await bench.getByRole('button', { name: 'Try again' }).tap();
  await waitForVerdict(bench, 'failed');
  expect(await bench.locator('[data-topic="trouble"]').count()).toBe(0);
});

test('gets up again after its worker broke', async ({ openPage }) => {
  const page = await openPage(path, {
    ...phone,
    before: `globalThis.Worker = class extends Worker { postMessage(message) { globalThis.sound ? super.postMessage(message) : this.dispatchEvent(new Event('error')); } };`,
  });
  const bench = await benchOn(page, id);
  await bench.locator('[data-check]').tap();
  await waitForVerdict(bench, 'crashed');
  await page.evaluate(() => Object.assign(globalThis, { sound: true }));
  await bench.getByRole('button', { name: 'Try again' }).tap();
  await waitForVerdict(bench, 'failed');
});

const broken = {
  closed: `Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`,
  full: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
} as const;

test.for(['closed', 'full'] as const)('works, and says so, where storage is %s', async (trouble, { openPage }) => {
  const page = await openPage(path, { ...phone, before: broken[trouble] });
  const bench = await benchOn(page, id);
  await bench.locator('.sheet textarea').fill(solutionOf(id)['policy.json'] ?? '');
  await waitForVerdict(bench, 'passed');
  await bench.locator(`[data-topic="storage-${trouble}"]`).waitFor();
});

test('sets a damaged draft aside, and says so', async ({ openPage }) => {
  const key = `fargate-tips/v1/draft/${id}`;
  const page = await openPage(path, { ...phone, storage: { [key]: '{"files":' } });
  const bench = await benchOn(page, id);
  await bench.locator('[data-topic="storage-set-aside"]').waitFor();
  expect(await bench.locator('.sheet textarea').inputValue()).toBe(starter);
  expect(await page.evaluate((name) => localStorage.getItem(`${name}/set-aside-1`), key)).toBe('{"files":');
});

test('keeps a draft of files that the exercise no longer has among the versions', async ({ openPage }) => {
  const files = { 'old-name.json': '{"old": 1}' };
  const draft = { starter: '', files, savedAt: 1, tried: [], versions: [] };
  const key = `fargate-tips/v1/draft/${id}`;
  const page = await openPage(path, { ...phone, storage: { [key]: JSON.stringify(draft) } });
  const bench = await benchOn(page, id);
  await check(bench);
  expect(await bench.locator('[data-topic="other-tab"]').count()).toBe(0);
  expect(await bench.locator('.sheet textarea').inputValue()).toBe(starter);
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toContain('old-name.json');
});

test('stays with the plain editor where the rich one cannot be fetched, until it can', async ({ openPage, faults }) => {
  const page = await openPage('lessons/closing/');
  await page.route('**/_astro/monaco*.js', (route) => route.abort());
  await page.goto(urlOf(path));
  const bench = await benchOn(page, id);
  const notice = bench.locator('[data-topic="rich"]');
  await bench.locator('.sheet textarea').click();
  await notice.filter({ hasText: 'nothing you wrote is lost' }).waitFor();
  await page.keyboard.type('typed');
  await expect.poll(async () => (await draftOf(page, id))?.['policy.json']).toContain('typed');
  await page.unroute('**/_astro/monaco*.js');
  await page.keyboard.press('ArrowLeft');
  await bench.locator('.monaco-editor .view-line').first().waitFor();
  expect(await notice.count()).toBe(0);
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
});

test('keeps what was typed when the page is left at once', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  await bench.locator('.sheet textarea').fill('{"typed": 1}');
  await page.reload();
  const again = await benchOn(page, id);
  expect(await again.locator('.sheet textarea').inputValue()).toBe('{"typed": 1}');
});

test('tells of another tab, and takes its text over when asked', async ({ openPage }) => {
  const page = await openPage(path, phone);
  const bench = await benchOn(page, id);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await (await benchOn(other, id)).locator('.sheet textarea').fill('{"other": 1}');
  await bench.getByRole('button', { name: 'Take it over' }).tap();
  expect(await bench.locator('.sheet textarea').inputValue()).toBe('{"other": 1}');
});

test('remembers a prediction', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const question = page.locator('predict-question[data-question="q-missing-action"]');
  await question.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await question.locator('.predict-reply:visible').count()).toBe(0);
  await question.locator('label').nth(1).click();
  expect(await question.locator('.predict-reply:visible').count()).toBe(1);
  await page.reload();
  expect(await question.locator('.predict-reply:visible').count()).toBe(1);
  expect(await question.locator('input').nth(1).isChecked()).toBe(true);
});

test('is drawn in the colours of the theme, and follows it', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  await becomeRich(bench);
  const ground = (): Promise<string> =>
    bench
      .locator('.monaco-editor-background')
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await ground();
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await expect.poll(ground).not.toBe(light);
});

test('prints the learner’s text and the run', async ({ openPage }) => {
  const page = await openPage(path);
  const bench = await benchOn(page, id);
  await becomeRich(bench);
  await writeRich(bench, 'policy.json', '{"printed": 1}');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await bench.locator('.sheet-paint').textContent()).toContain('{"printed": 1}');
  expect(await bench.locator('.sheet-paint').isVisible()).toBe(true);
  expect(await bench.locator('.monaco-editor').isVisible()).toBe(false);
});

test.for([
  ['light', 1440],
  ['dark', 390],
] as const)('has no fault that axe finds: %s, %i px', async ([colorScheme, width], { openPage }) => {
  const page = await openPage(path, { colorScheme, width, touch: width < 900, reducedMotion: true });
  const bench = await benchOn(page, id);
  await check(bench);
  const scope = `exercise-bench[data-exercise="${id}"]`;
  expect(await axe(page, scope)).toEqual([]);
  for (const panel of ['problems', 'hints']) {
    await bench.locator(`[data-panel="${panel}"]`).click();
    expect(await axe(page, scope)).toEqual([]);
  }
});

test('lists the first of thousands of problems, and gives a text of thousands of lines back at once', async ({
  openPage,
}) => {
  const exercise = 'network-from-nothing';
  const page = await openPage(lessonOf(exercise), plain);
  const bench = await benchOn(page, exercise);
  // Not by `fill`, which types: Chromium types so many lines in ten seconds.
  await bench.locator('.sheet textarea').evaluate((area: HTMLTextAreaElement) => {
    area.value = `endpoints:\n${'  - x\n'.repeat(3000)}`;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await bench.locator('[data-panel="problems"] [data-count]').filter({ hasText: '3000' }).waitFor();
  await bench.locator('[data-panel="problems"]').click();
  expect(await bench.locator('.problem').count()).toBe(200);
  expect(await bench.getByText('And 2800 more').isVisible()).toBe(true);
  await bench.locator('[data-reset]').click();
  await bench.getByRole('button', { name: 'Put it back' }).click();
  await bench.getByRole('button', { name: 'Undo' }).click({ timeout: 5000 });
  await expect
    .poll(() => bench.locator('.sheet textarea').evaluate((area: HTMLTextAreaElement) => area.value.length))
    .toBeGreaterThan(18_000);
});

test('lets the text area show a text that is too long to paint, says so, and prints it', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const bench = await benchOn(page, id);
  const area = bench.locator('.sheet textarea');
  const write = (text: string): Promise<void> =>
    area.evaluate((element: HTMLTextAreaElement, value) => {
      element.value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  const notice = bench.locator('[data-topic="unpainted"]');
  const copy = bench.locator('.sheet-paint');
  const long = `{"Version": "2012-10-17", "Statement": "nowhere"}${`${' '.repeat(19)}\n`.repeat(3000)}`;
  await write(long);
  await notice.waitFor();
  expect(await copy.isVisible()).toBe(false);
  expect(await area.evaluate((element) => getComputedStyle(element).color)).not.toBe('rgba(0, 0, 0, 0)');
  await area.press('ControlOrMeta+End');
  await expect.poll(() => area.evaluate((element) => element.scrollTop)).toBeGreaterThan(50_000);
  await bench.locator('[data-panel="problems"] [data-count]:not([hidden])').waitFor();
  await area.press('F8');
  await expect.poll(() => area.evaluate((element) => element.scrollTop)).toBe(0);
  await expect.poll(() => draftOf(page, id)).toEqual({ 'policy.json': long });
  await page.emulateMedia({ media: 'print' });
  expect(await copy.isVisible()).toBe(true);
  expect(await copy.evaluate((element) => element.textContent?.length)).toBe(long.length + 1);
  await page.emulateMedia({ media: 'screen' });
  await write(starter);
  await notice.waitFor({ state: 'detached' });
  expect(await bench.locator('.sheet-paint .code-key').first().isVisible()).toBe(true);
  expect(await bench.locator('.sheet-lines span').count()).toBe(starter.split('\n').length);
});

test('pastes a long text over another, and undo gives the other back', async ({ openPage }) => {
  const page = await openPage(path, plain);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const bench = await benchOn(page, id);
  const area = bench.locator('.sheet textarea');
  const long = '</textarea><script>alert(1)</script>\n'.repeat(600);
  await page.evaluate((text) => navigator.clipboard.writeText(text), long);
  await area.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  expect(await area.inputValue()).toBe(long);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await area.inputValue()).toBe(starter);
});

test('keeps what was typed before its script came, and the draft before it', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const first = await benchOn(page, id);
  await first.locator('.sheet textarea').fill('draft');
  await expect.poll(() => draftOf(page, id)).toEqual({ 'policy.json': 'draft' });
  await page.route('**/open-bench*.js', async (route) => {
    await page.waitForTimeout(1000);
    await route.continue();
  });
  await page.reload();
  const bench = page.locator(`exercise-bench[data-exercise="${id}"]`);
  await bench.locator('.sheet textarea').fill('typed early');
  await page.locator(`exercise-bench[data-exercise="${id}"][data-open]`).waitFor();
  expect(await draftOf(page, id)).toEqual({ 'policy.json': 'typed early' });
  await page.reload();
  const again = await benchOn(page, id);
  expect(await again.locator('.sheet textarea').inputValue()).toBe('typed early');
  await again.locator('.bench-more summary').click();
  await again.locator('.bench-menu button').last().click();
  expect(await again.locator('.sheet textarea').inputValue()).toBe('draft');
});

test('opens once the connection is back, on what was typed without it', async ({ openPage, faults }) => {
  const other = 'iam-oidc-trust';
  const page = await openPage(lessonOf(other), plain);
  await page.context().setOffline(true);
  const bench = page.locator(`exercise-bench[data-exercise="${other}"]`);
  await bench.evaluate((element) => element.scrollIntoView());
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  await bench.locator('.sheet textarea').fill('typed offline');
  await page.context().setOffline(false);
  await page.locator(`exercise-bench[data-exercise="${other}"][data-open]`).waitFor();
  await expect.poll(() => draftOf(page, other)).toEqual({ 'trust-policy.json': 'typed offline' });
  expect(faults.splice(0).filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('keeps the text of a tab that another tab overwrites', async ({ openPage }) => {
  const page = await openPage(path, plain);
  const one = await benchOn(page, id);
  const second = await page.context().newPage();
  await second.goto(page.url());
  const two = await benchOn(second, id);
  await two.locator('.sheet textarea').fill('from two');
  await expect.poll(() => draftOf(page, id)).toEqual({ 'policy.json': 'from two' });
  await one.locator('.sheet textarea').fill('from one');
  await two.getByText('Another tab changed this text.').waitFor();
  await second.close();
  await one.locator('.bench-more summary').click();
  await one.locator('.bench-menu button').last().click();
  expect(await one.locator('.sheet textarea').inputValue()).toBe('from two');
});
