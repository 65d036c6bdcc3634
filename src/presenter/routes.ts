import type { Locale } from '../messages/index.ts';
import { addressOf } from '../site/routes.ts';

/** The page on running the course. */
export const courseAddress = (locale: Locale): string => addressOf('present/', locale);

/** The slides of a lesson. */
export const deckAddress = (slug: string, locale: Locale): string => addressOf(`present/${slug}/`, locale);

/** The speaker's window for a lesson. */
export const notesAddress = (slug: string, locale: Locale): string => addressOf(`present/${slug}/notes/`, locale);
