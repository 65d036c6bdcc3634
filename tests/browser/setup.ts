import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumArgs, provideChromium } from '../../build/chromium.ts';
import { serve } from '../../build/serve.ts';
import { buildSite, distFolder } from '../../build/site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site's first page. */
    siteUrl: string;
    /** Where the browser that all test files share listens. */
    browserEndpoint: string;
  }
}

/** Builds the site if it is stale, serves it with the headers it ships with, and starts one browser for all test files. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = provideChromium();
  await buildSite({ onlyIfStale: true });
  const server = await serve({ folder: distFolder, base: process.env.BASE_PATH ?? '/' });
  const browser = await chromium.launchServer({ executablePath, args: [...chromiumArgs] });
  project.provide('siteUrl', server.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
