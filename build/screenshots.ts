import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, provideChromium } from './chromium.ts';
import { root } from './fingerprint.mjs';
import { serve } from './serve.ts';
import { buildSite, distFolder } from './site.ts';

/** The pictures of the README: what to open, and how. Each is taken in light and in dark. */
const pictures = [
  { name: 'lesson', path: 'lessons/least-privilege/', width: 1440, height: 900, scrollTo: 'exercise-bench' },
] as const;

const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
await buildSite({ onlyIfStale: true });
const server = await serve({ folder: distFolder });
const browser = await chromium.launch({ executablePath: provideChromium(), args: [...chromiumArgs] });
for (const { name, path, width, height, scrollTo } of pictures) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    await page.goto(new URL(path, server.url).href);
    await page.evaluate(() => document.fonts.ready);
    const bench = page.locator(scrollTo).first();
    await bench.scrollIntoViewIfNeeded();
    // The check and its report: the first refusal of the run opens when it is there.
    await bench.and(page.locator('[data-open]')).waitFor();
    await bench.locator('[data-check]').click();
    await bench.getByText('ecr:GetDownloadUrlForLayer').filter({ visible: true }).first().waitFor();
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
    await page.close();
  }
}
await browser.close();
await server.close();
console.log(`The pictures are in ${folder}.`);
