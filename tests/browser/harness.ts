import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

/** What a page is opened with. Whatever is left out is a desktop of 1440 × 900 px with a mouse, in light colours, with empty storage. */
export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** True for a finger instead of a mouse; the page then sees `(pointer: coarse)`. */
  readonly touch?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly script?: boolean;
  /** What `localStorage` holds before the first page loads. */
  readonly storage?: Readonly<Record<string, string>>;
  /** Source text that runs in every page before the page's own scripts, to break something on purpose. */
  readonly before?: string;
}

/** Opens a page of the site in a browser profile of its own; `path` is relative to the first page (`lessons/…/`, no slash before). */
export type OpenPage = (path: string, options?: PageOptions) => Promise<Page>;

/** One rule of axe that a page breaks. */
export interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly string[];
}

/** Address of a page of the site. */
export function urlOf(path: string): string {
  return new URL(path, inject('siteUrl')).href;
}

/**
 * Vitest's `test` with three fixtures: `browser` (shared), `openPage`, and `faults`: every console error, page error, failed request
 * and CSP violation of the pages of this test. A test whose pages have a fault fails; one that expects faults takes them out first,
 * with `faults.splice(0)`.
 */
export const test = base
  .extend('endpoint', { scope: 'worker' }, () => inject('browserEndpoint'))
  .extend('browser', { scope: 'worker' }, async ({ endpoint }, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.connect(endpoint);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('faults', async ({ task }, { onCleanup }): Promise<string[]> => {
    const faults: string[] = [];
    onCleanup(() => expect(faults, `faults in the pages of “${task.name}”`).toEqual([]));
    return faults;
  })
  .extend('openPage', async ({ browser, faults }, { onCleanup }): Promise<OpenPage> => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
    });
    return async (path, options = {}) => {
      const context = await newContext(browser, options);
      contexts.push(context);
      collectFaults(context, faults);
      const page = await context.newPage();
      await page.goto(urlOf(path));
      return page;
    };
  });

async function newContext(browser: Browser, options: PageOptions): Promise<BrowserContext> {
  const { width = 1440, height = 900, touch = false, colorScheme = 'light', storage = {} } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    colorScheme,
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    javaScriptEnabled: options.script ?? true,
    storageState: {
      cookies: [],
      origins: [
        {
          origin: new URL(inject('siteUrl')).origin,
          localStorage: Object.entries(storage).map(([name, value]) => ({ name, value })),
        },
      ],
    },
  });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(reportViolations);
  if (options.before !== undefined) await context.addInitScript(options.before);
  return context;
}

function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
    console.error(`CSP: ${effectiveDirective} blocks ${blockedURI} ${sample} (${sourceFile})`);
  });
}

function collectFaults(context: BrowserContext, faults: string[]): void {
  context.on('console', (line) => {
    if (line.type() === 'error') faults.push(`console: ${line.text()} (${line.location().url})`);
  });
  context.on('weberror', (error) => faults.push(`page: ${error.error().stack ?? error.error().message}`));
  context.on('requestfailed', (request) => {
    // A page that is left, or a request that the page itself gave up, is no fault.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${reason}`);
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say against a page, or against the part of it that the selector names; with `rules`, by these alone. */
export async function axe(
  page: Page,
  selector = 'html',
  rules: readonly string[] = [],
): Promise<readonly AxeViolation[]> {
  // The evaluation goes through the debugger, which the page's CSP does not bind.
  await page.evaluate(axeSource);
  return page.evaluate(
    async ([scope, runOnly]) => {
      const run = (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run;
      const { violations } = await run(scope, {
        resultTypes: ['violations'],
        ...(runOnly.length > 0 && { runOnly: [...runOnly] }),
      });
      return violations.map(({ id, impact, nodes }) => ({
        id,
        impact: impact ?? 'minor',
        nodes: nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary ?? ''}`),
      }));
    },
    [selector, rules] as const,
  );
}

export { expect } from 'vitest';
