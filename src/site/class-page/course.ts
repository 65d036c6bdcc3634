import type { BoardCourse, BoardExercise, BoardFault, BoardQuestion } from '../../class-pages/board/course.ts';
import { faultsOf } from '../../classroom/wire/faults.ts';
import { type AuthoredExercise, exercises, gradable, textOf } from '../../exercises/loader.ts';
import { questionsIn } from '../../exercises/questions.ts';
import { type Files, grade } from '../../grading/index.ts';
import { type Checks, type Locale, loadChecks } from '../../messages/index.ts';
import { type Report, renderReport } from '../../report/index.ts';
import { lessonsIn } from '../lessons.ts';
import { addressOf, exerciseAddress } from '../routes.ts';

/** What the instructor's board knows of the workshop: its order, its questions, and what its recorded wrong answers fail by. */
export async function boardCourse(locale: Locale): Promise<BoardCourse> {
  const reports = (await Promise.all(exercises.map((exercise) => reportsOn(exercise, locale)))).flat();
  return {
    locale,
    join: addressOf('join/', locale),
    lessons: lessonsIn(locale).map(({ slug, minutes, entry, break: rest = 0 }) => ({
      slug,
      title: entry.data.title,
      minutes: minutes + rest,
    })),
    exercises: exercises.map((exercise) => exerciseOf(exercise, locale)),
    faults: Object.fromEntries(reports.flatMap(faultsIn)),
    codes: findings(await loadChecks(locale)),
    calls: Object.fromEntries(reports.flatMap(({ trace }) => trace.map(({ operation, call }) => [operation, call]))),
    questions: questionsIn(locale).map(
      ({ id, question, answers }): BoardQuestion => ({
        id,
        question,
        options: answers.map(({ text }) => text),
        answer: answers.findIndex(({ correct }) => correct === true),
        replies: answers.map(({ reply }) => reply),
      }),
    ),
  };
}

/** A lesson plans its exercises together; each has its share. */
function exerciseOf(exercise: AuthoredExercise, locale: Locale): BoardExercise {
  const { id, lesson, goals } = exercise;
  const { minutes = 0, exercises: siblings = [] } = lessonsIn(locale).find(({ slug }) => slug === lesson) ?? {};
  return {
    id,
    lesson,
    title: textOf(exercise, locale).title,
    href: exerciseAddress(lesson, id, locale),
    minutes: Math.round(minutes / Math.max(1, siblings.length)),
    goals: goals.map((goal) => goal.id),
  };
}

async function reportsOn(exercise: AuthoredExercise, locale: Locale): Promise<readonly Report[]> {
  const checks = await loadChecks(locale);
  const report = async (files: Files): Promise<Report> =>
    renderReport(await grade(gradable(exercise), files), files, textOf(exercise, locale).goals, checks);
  const answers = [...exercise.solutions.values(), exercise.starter, ...exercise.mistakes.map(({ files }) => files)];
  return Promise.all(answers.map(report));
}

/** Each fault of a report as the class names it. What a step says holds for all who fail at it; what a finding says, for the one text. */
function faultsIn(report: Report): readonly (readonly [string, BoardFault])[] {
  return faultsOf(report).flatMap((entry): readonly (readonly [string, BoardFault])[] => {
    const [code, operation] = entry.split('#');
    if (operation === undefined) {
      const found = report.diagnostics.find((diagnostic) => diagnostic.code === code);
      if (found === undefined) return [];
      return [[entry, { title: '', instance: found.message, why: found.why, fix: found.fix }]];
    }
    const step = report.trace.find((each) => each.operation === operation && each.code === code);
    if (step === undefined) return [];
    return [[entry, { title: step.message, instance: '', why: step.why, fix: '' }]];
  });
}

/** Every code with a sentence that holds for whatever raises it: names and numbers of a single text are left out. */
function findings(checks: Checks): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(checks).map(([code, { what }]) => [code, what.replace(/\{[^{}]*\}/g, '…')]));
}
