import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Submission } from '../bench/browser.ts';
import type { Measurement } from '../bench/time.ts';
import { chromiumArgs, findChromium } from './chromium.ts';
import { serve } from './serve.ts';
import { buildSite, distFolder } from './site.ts';

/** Fresh browser profiles that the first report is timed in, and reports of one worker after that. */
const [profiles, reports] = [7, 120];

/**
 * What the built site's worker takes in a real browser, from the request to the report. The first call is the first of a fresh worker in a
 * profile that has fetched nothing yet. Null where this machine has no Chromium.
 */
export async function measureInChromium(submissions: readonly Submission[]): Promise<readonly Measurement[] | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  await buildSite({ onlyIfStale: true });
  const site = await serve({ folder: distFolder });
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  try {
    const measurements: Measurement[] = [];
    for (const submission of submissions) measurements.push(await measure(browser, site.url, submission));
    return measurements;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measure(browser: Browser, siteUrl: string, submission: Submission): Promise<Measurement> {
  const first: number[] = [];
  const later: number[] = [];
  for (let profile = 0; profile < profiles; profile++) {
    const [cold = 0, ...warm] = await inFreshProfile(browser, siteUrl, (page) =>
      page.evaluate(timeReports, { url: workerUrl(), submission, reports }),
    );
    first.push(cold);
    // A worker is warm when what it runs most has been compiled.
    later.push(...warm.slice(reports / 2));
  }
  const warmMs = medianOf(later);
  return { what: submission.what, coldMs: medianOf(first), warmMs, perSecond: 1000 / warmMs };
}

async function inFreshProfile<T>(browser: Browser, siteUrl: string, use: (page: Page) => Promise<T>): Promise<T> {
  // The policy of the site lets nobody start a worker but its own scripts.
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(new URL('404.html', siteUrl).href);
    return await use(page);
  } finally {
    await context.close();
  }
}

function workerUrl(): string {
  const file = readdirSync(join(distFolder, '_astro')).find((name) => /^worker-[\w-]+\.js$/.test(name));
  if (file === undefined) throw new Error('The built site has no worker.');
  return `/_astro/${file}`;
}

interface Timing {
  readonly url: string;
  readonly submission: Submission;
  readonly reports: number;
}

/** Runs in the page: milliseconds from each request to its report, one after the other. */
async function timeReports({ url, submission: { exercise, files }, reports }: Timing): Promise<readonly number[]> {
  const worker = new Worker(url, { type: 'module' });
  const reply = (): Promise<void> =>
    new Promise((resolve) => worker.addEventListener('message', () => resolve(), { once: true }));
  await reply();
  const times: number[] = [];
  for (let id = 0; id < reports; id++) {
    const answered = reply();
    const started = performance.now();
    worker.postMessage({ kind: 'grade', id, locale: 'en', exercise, goalTexts: {}, files });
    await answered;
    times.push(performance.now() - started);
  }
  worker.terminate();
  return times;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
