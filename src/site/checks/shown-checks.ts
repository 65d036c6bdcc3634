import { exercises, gradable } from '../../exercises/loader.ts';
import {
  type Check,
  checksOf,
  type Diagnostic,
  type Domain,
  domains,
  type Files,
  grade,
  lint,
} from '../../grading/index.ts';
import { type Checks, type Locale, loadChecks, render, type Wording } from '../../messages/index.ts';

/** A check as the page shows it: its words as its own example makes them sound. */
export interface ShownCheck extends Check {
  readonly area: Area;
  readonly wording: Wording;
  /** What the example files are called. */
  readonly file: string;
}

/** The part of a code before the slash. */
export type Area = Domain | 'core';

const known = new Map<Locale, Promise<readonly ShownCheck[]>>();

/** Every check of every domain, by area, then by code. Graded once a build and language. */
export function shownChecks(locale: Locale): Promise<readonly ShownCheck[]> {
  const checks = known.get(locale) ?? showAll(locale);
  known.set(locale, checks);
  return checks;
}

async function showAll(locale: Locale): Promise<readonly ShownCheck[]> {
  const wording = await loadChecks(locale);
  const shown = await Promise.all(domains.map((domain) => showDomain(domain, wording)));
  const byCode = new Map(shown.flat().map((check) => [check.code, check]));
  return [...byCode.values()].toSorted(
    (a, b) => areas.indexOf(a.area) - areas.indexOf(b.area) || a.code.localeCompare(b.code, 'en'),
  );
}

/** The areas in the order of the page. */
export const areas: readonly Area[] = [...domains, 'core'];

const defaultFile = { iam: 'policy.json', workflow: 'push.yml', network: 'endpoints.yaml' } as const;

async function showDomain(domain: Domain, wording: Checks): Promise<readonly ShownCheck[]> {
  const checks = await checksOf(domain);
  return Promise.all(checks.map((check) => show(check, domain, wording)));
}

async function show(check: Check, domain: Domain, wording: Checks): Promise<ShownCheck> {
  const file = check.example.file ?? defaultFile[domain] ?? 'push.yml';
  const found = await raisedBy(check, domain, file);
  const example = found.find(({ message }) => message.code === check.code);
  return {
    ...check,
    area: check.code.split('/')[0] as Area,
    file,
    wording: example === undefined ? wording[check.code] : render(wording, example.message),
  };
}

async function raisedBy({ example }: Check, domain: Domain, file: string): Promise<readonly Diagnostic[]> {
  const files: Files = { [file]: example.fails, ...example.beside };
  if (example.exercise === undefined) {
    return lint(domain, files, { policyType: file === 'trust-policy.json' ? 'trust' : 'identity' });
  }
  const exercise = exercises.find(({ id }) => id === example.exercise);
  if (exercise === undefined) return [];
  const passing = [...exercise.solutions.values()][0] ?? {};
  return (await grade(gradable(exercise), { ...passing, ...files })).diagnostics;
}
