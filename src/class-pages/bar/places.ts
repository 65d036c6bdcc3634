import type { Place } from '../../classroom/wire/types.ts';

/** A place of the workshop as the page's contents name it. */
export interface NamedPlace {
  readonly title: string;
  readonly href: string;
}

/** The exercise with this id; null when the workshop has none. */
export function exerciseNamed(id: string): NamedPlace | null {
  return linkWhere('#contents a[data-exercises]', (link) => link.dataset['exercises'] === id);
}

/** Where a place is, and what it is called: its exercise where it names one, its section where this page has it, else its lesson. Null when the workshop has no such place. */
export function placeNamed({ lesson, step }: Place): NamedPlace | null {
  const found = linkWhere('#contents a.lesson', ({ pathname }) => lessonIn(pathname) === lesson);
  if (found === null || step === undefined) return found;
  const section =
    lessonIn(location.pathname) === lesson ? document.getElementById(step)?.textContent.trim() : undefined;
  return exerciseNamed(step) ?? { title: section ?? found.title, href: `${found.href}#${encodeURIComponent(step)}` };
}

/** The lesson that an address leads to; null when it leads to none. */
export function lessonIn(pathname: string): string | null {
  return /\/lessons\/([\w-]+)\/$/.exec(pathname)?.[1] ?? null;
}

function linkWhere(selector: string, fits: (link: HTMLAnchorElement) => boolean): NamedPlace | null {
  const link = [...document.querySelectorAll<HTMLAnchorElement>(selector)].find(fits);
  if (link === undefined) return null;
  const title = link.querySelector('.title') ?? link.querySelector('span') ?? link;
  return { href: link.href, title: title.textContent.trim() };
}
