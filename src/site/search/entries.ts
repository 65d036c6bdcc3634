import { render } from 'astro:content';
import { exercises, textOf } from '../../exercises/loader.ts';
import { loadNetworkWords } from '../../messages/free-network.ts';
import { loadRunWords } from '../../messages/free-run.ts';
import { loadFreeWords } from '../../messages/free-workbench.ts';
import type { Locale } from '../../messages/index.ts';
import { siteText } from '../../messages/site.ts';
import { shownChecks } from '../checks/shown-checks.ts';
import { facts, said } from '../facts/facts.ts';
import { lessonsIn, type PlacedLesson } from '../lessons.ts';
import { addressOf, checkAddress, exerciseAddress, lessonAddress } from '../routes.ts';
import type { SearchEntry } from './entry.ts';
import { sectionsOf } from './sections.ts';

/** Everything that can be found in a language: the sections of lessons, exercises, the workbench, checks, facts. */
export async function entriesIn(locale: Locale): Promise<readonly SearchEntry[]> {
  const lessons = lessonsIn(locale);
  const sections = await Promise.all(lessons.map((lesson) => lessonEntries(lesson, locale)));
  return [
    ...sections.flat(),
    ...exerciseEntries(locale),
    ...(await workbenchEntries(locale)),
    ...(await checkEntries(locale)),
    ...factEntries(locale),
  ];
}

async function lessonEntries({ slug, entry }: PlacedLesson, locale: Locale): Promise<readonly SearchEntry[]> {
  const { headings } = await render(entry);
  const kind = siteText(locale)('search.kind.lesson');
  const address = lessonAddress(slug, locale);
  return sectionsOf(entry.body ?? '').map(({ heading, text }) => {
    const anchor = headings.find((known) => known.text === heading)?.slug;
    return {
      kind,
      title: heading ?? entry.data.title,
      place: heading === null ? '' : entry.data.short,
      text: heading === null ? `${entry.data.summary} ${text}` : text,
      address: anchor === undefined ? address : `${address}#${anchor}`,
    };
  });
}

async function workbenchEntries(locale: Locale): Promise<readonly SearchEntry[]> {
  const [free, run, network] = await Promise.all([
    loadFreeWords(locale),
    loadRunWords(locale),
    loadNetworkWords(locale),
  ]);
  const kind = siteText(locale)('search.kind.tool');
  const entry = (title: string, text: string, path: string) => ({
    kind,
    title,
    place: '',
    text,
    address: addressOf(path, locale),
  });
  return [
    entry(free('title'), free('lead'), 'workbench/'),
    entry(run('title'), run('lead'), 'workbench/workflow/'),
    entry(network('title'), network('lead').replaceAll('`', ''), 'workbench/network/'),
  ];
}

function exerciseEntries(locale: Locale): readonly SearchEntry[] {
  const kind = siteText(locale)('search.kind.exercise');
  const shortOf = new Map(lessonsIn(locale).map(({ slug, entry }) => [slug, entry.data.short]));
  return exercises.map((exercise) => {
    const { title, task, goals } = textOf(exercise, locale);
    return {
      kind,
      title,
      place: shortOf.get(exercise.lesson) ?? '',
      text: plain([task, ...Object.values(goals)].join(' ')),
      address: exerciseAddress(exercise.lesson, exercise.id, locale),
    };
  });
}

async function checkEntries(locale: Locale): Promise<readonly SearchEntry[]> {
  const kind = siteText(locale)('search.kind.check');
  return (await shownChecks(locale)).map(({ code, wording: { what, why = '', fix = '' } }) => ({
    kind,
    title: code,
    place: '',
    text: plain([what, why, fix].join(' ')),
    address: checkAddress(code, locale),
  }));
}

function factEntries(locale: Locale): readonly SearchEntry[] {
  const kind = siteText(locale)('search.kind.fact');
  return facts.map(({ id, topic, talk, documentation, workshop }) => ({
    kind,
    title: plain(said(topic, locale)),
    place: '',
    text: plain([documentation, workshop, talk].map((texts) => said(texts, locale)).join(' ')),
    address: addressOf(`facts/#${id}`, locale),
  }));
}

const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
