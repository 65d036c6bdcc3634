import type { Locator, Page } from 'playwright-core';
import { exercises } from '../../src/exercises/loader.ts';
import type { Files } from '../../src/grading/index.ts';

/** An exercise, or an error that names it. */
export function exerciseOf(id: string): (typeof exercises)[number] {
  const found = exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`There is no exercise ${id}`);
  return found;
}

export const lessonOf = (id: string): string => `lessons/${exerciseOf(id).lesson}/`;

/** The solution that learners are shown. */
export function solutionOf(id: string): Files {
  const [first] = [...exerciseOf(id).solutions].toSorted(([a], [b]) => a.localeCompare(b));
  if (first === undefined) throw new Error(`${id} has no solution`);
  return first[1];
}

/** The bench of an exercise, brought into the window and open. */
export async function benchOn(page: Page, id: string): Promise<Locator> {
  const bench = page.locator(`exercise-bench[data-exercise="${id}"]`);
  await bench.evaluate((element) => element.scrollIntoView());
  await page.locator(`exercise-bench[data-exercise="${id}"][data-open]`).waitFor();
  return bench;
}

/** Presses Check and waits for the verdict. */
export async function check(bench: Locator): Promise<string> {
  await bench.locator('[data-check]').click();
  return verdictOf(bench);
}

/** Waits until no check is under way, and gives the state of the verdict. */
export async function verdictOf(bench: Locator): Promise<string> {
  const pill = bench.locator(
    '[data-verdict]:not([data-state="loading"], [data-state="checking"], [data-state="idle"])',
  );
  await pill.waitFor();
  return (await pill.getAttribute('data-state')) ?? '';
}

/** Waits for this verdict. */
export async function waitForVerdict(bench: Locator, state: string): Promise<void> {
  await bench.locator(`[data-verdict][data-state="${state}"]`).waitFor();
}

/** Clicks into the text and waits until the rich editor has taken over. */
export async function becomeRich(bench: Locator): Promise<void> {
  const area = bench.locator('.sheet:not([hidden]) textarea');
  if ((await area.count()) > 0) await area.click();
  await bench.locator('.monaco-editor .view-line').first().waitFor();
}

/** Selects all of a file in the rich editor and pastes another text over it. */
export async function writeRich(bench: Locator, file: string, text: string): Promise<void> {
  const { keyboard } = bench.page();
  const tab = bench.locator(`[role="tab"][data-show="${file}"]`);
  if ((await tab.count()) > 0) await tab.click();
  await bench.locator('[data-rich]').click({ position: { x: 200, y: 60 } });
  await keyboard.press('ControlOrMeta+a');
  await bench.page().evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** The learner's draft as the browser keeps it. */
export async function draftOf(page: Page, id: string): Promise<Files | null> {
  return page.evaluate(
    (key) => JSON.parse(localStorage.getItem(key) ?? 'null')?.files ?? null,
    `fargate-tips/v1/draft/${id}`,
  );
}

/** How far an exercise is, as the browser keeps it. */
export async function progressOf(page: Page, id: string): Promise<{ state: string; attempts: number } | undefined> {
  return page.evaluate(
    (exercise) => JSON.parse(localStorage.getItem('fargate-tips/v1/progress') ?? '{}').exercises?.[exercise],
    id,
  );
}
