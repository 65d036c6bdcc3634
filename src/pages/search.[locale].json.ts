import type { APIRoute } from 'astro';
import { localeOf } from '../messages/index.ts';
import { publishedLocales } from '../site/lessons.ts';
import { entriesIn } from '../site/search/entries.ts';

export const getStaticPaths = () => publishedLocales.map((locale) => ({ params: { locale } }));

/** What the search of one language looks through. */
export const GET: APIRoute = async ({ params }) => Response.json(await entriesIn(localeOf(params['locale'])));
