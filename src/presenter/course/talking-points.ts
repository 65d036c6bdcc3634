import { type AuthoredExercise, gradable, type Mistake, textOf } from '../../exercises/loader.ts';
import { type Files, grade } from '../../grading/index.ts';
import { type Locale, loadChecks } from '../../messages/index.ts';
import { isRefusal, type Report, renderReport } from '../../report/index.ts';

/** A mistake on record, with what it misses and what is to be said of it. */
export interface TalkingPoint {
  /** The name of the mistake's folder in words. */
  readonly name: string;
  /** The goals that it misses, in the exercise's words. */
  readonly misses: readonly string[];
  /** The first finding in the text; where the text has none, the first refusal of the run. */
  readonly what: string;
  /** The rule of the real system behind it; empty where the finding says it all. */
  readonly why: string;
}

const known = new Map<string, Promise<readonly TalkingPoint[]>>();

/** The mistakes of an exercise as its graders see them, in the order of their names. Graded once a build and language. */
export function talkingPointsOf(exercise: AuthoredExercise, locale: Locale): Promise<readonly TalkingPoint[]> {
  const key = `${locale} ${exercise.id}`;
  const points = known.get(key) ?? Promise.all(exercise.mistakes.map((mistake) => pointOf(exercise, mistake, locale)));
  known.set(key, points);
  return points;
}

async function pointOf(exercise: AuthoredExercise, mistake: Mistake, locale: Locale): Promise<TalkingPoint> {
  const { goals } = textOf(exercise, locale);
  const report = await reportOn(exercise, mistake.files, goals, locale);
  const words = mistake.name.replaceAll('-', ' ');
  return {
    name: words.charAt(0).toUpperCase() + words.slice(1),
    misses: mistake.misses.map((id) => goals[id] ?? id),
    ...saidFirst(report),
  };
}

async function reportOn(
  exercise: AuthoredExercise,
  files: Files,
  goals: Readonly<Record<string, string>>,
  locale: Locale,
): Promise<Report> {
  return renderReport(await grade(gradable(exercise), files), files, goals, await loadChecks(locale));
}

function saidFirst({ diagnostics, trace }: Report): Pick<TalkingPoint, 'what' | 'why'> {
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  const refusal = trace.find(isRefusal);
  const open = trace.find(({ kind, outcome }) => kind === 'probe' && outcome === 'allowed');
  const said = fault ?? refusal ?? open ?? diagnostics[0];
  return { what: said?.message ?? '', why: said?.why ?? '' };
}
