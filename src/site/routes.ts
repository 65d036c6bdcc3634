import type { Locale } from '../messages/index.ts';

/** An address inside the site, under whatever base path it is hosted. Japanese pages stand under `/ja/`, English at the top. */
export function addressOf(path: string, locale: Locale = 'en'): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${base}/${locale === 'en' ? '' : `${locale}/`}${path}`;
}

/** The address of a lesson's page. */
export const lessonAddress = (slug: string, locale: Locale): string => addressOf(`lessons/${slug}/`, locale);

/** An exercise stands in its lesson; its id is the anchor. */
export const exerciseAddress = (lesson: string, id: string, locale: Locale): string =>
  `${lessonAddress(lesson, locale)}#${id}`;

/** The address of a check on the page of all checks. */
export const checkAddress = (code: string, locale: Locale): string => addressOf(`checks/#${anchorOf(code)}`, locale);

/** A check's anchor on its page: `iam/unknown-action` => `iam-unknown-action`. */
export const anchorOf = (code: string): string => code.replace('/', '-');
