import type { APIRoute } from 'astro';
import { publishedLocales } from '../site/lessons.ts';
import { localeOf } from '../site/routes.ts';
import { entriesIn } from '../site/search/entries.ts';

export const getStaticPaths = () => publishedLocales.map((locale) => ({ params: { locale } }));

/** What the search of one language looks through. */
export const GET: APIRoute = async ({ params }) => Response.json(await entriesIn(localeOf(params['locale'])));
