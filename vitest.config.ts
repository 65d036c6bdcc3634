import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { sourcePlugins } from './build/plugins/index.ts';

export default defineConfig({
  plugins: [sourcePlugins()],
  test: {
    // Twice as many as cores: half of the time a browser test waits for its page.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          // The guard against a test that never ends, not a measure of speed: a loaded machine is slow.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // Node's own loader refuses the JSON imports of these two packages; Vite reads them.
          server: { deps: { inline: [/@actions\//] } },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          // A page on a loaded machine may come too late for one try; a fault fails both.
          retry: 1,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          server: { deps: { inline: [/@actions\//] } },
        },
      },
    ],
  },
});
