import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { classesForColours, lacquer } from './build/markdown/shiki.ts';
import { sourcePlugins } from './build/plugins/index.ts';
import { monacoStyles } from './build/plugins/monaco-css.ts';
import { workerChunks } from './build/worker-chunks.ts';

/** Where the site will stand, if that is known: SITE_URL=https://example.org BASE_PATH=/workshop npm run build */
const { SITE_URL, BASE_PATH } = process.env;

export default defineConfig({
  ...(SITE_URL === undefined ? {} : { site: SITE_URL }),
  base: BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [mdx()],
  markdown: {
    shikiConfig: { theme: lacquer, transformers: [classesForColours] },
  },
  // Nothing is inlined: the content security policy of src/site/csp.ts allows neither inline scripts nor inline styles.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [sourcePlugins(), monacoStyles()],
    // Modules, so that the worker fetches a grader only when an exercise needs it.
    worker: {
      format: 'es',
      plugins: () => [sourcePlugins()],
      rolldownOptions: { output: { codeSplitting: workerChunks } },
    },
    // For `npm run dev`: what a learner's first key fetches is prepared at once, and no build in a cache reloads the page.
    optimizeDeps: { include: ['minisearch'] },
    server: { watch: { ignored: ['**/.cache/**', '**/dist/**'] } },
    // Node's own loader refuses the JSON imports of these packages; Vite reads them.
    ssr: { noExternal: [/@actions\//] },
    build: {
      assetsInlineLimit: 0,
      // The editor is one large chunk that only an exercise fetches; `npm run size` keeps the budgets.
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        onwarn(warning, warn) {
          // Every page made from MDX opens with a "use astro:…" directive, which means nothing to the bundler.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
