import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The prose of the lessons, `<locale>/<slug>`. Their order, minutes and exercises are in content/curriculum.yaml. */
const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: '*/*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    /** One or two words, for the path at the top of every page. */
    short: z.string(),
    /** One sentence, for the landing page and for search engines. */
    summary: z.string(),
    /** Each completes “you will be able to …”. */
    objectives: z.array(z.string()).default([]),
  }),
});

export const collections = { lessons };
