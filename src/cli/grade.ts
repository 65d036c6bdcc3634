import { exercises, findExercise, gradable, textOf } from '../exercises/loader.ts';
import { grade, nearest } from '../grading/index.ts';
import { loadChecks } from '../messages/index.ts';
import { renderReport } from '../report/index.ts';
import { printReport } from './print-report.ts';
import { readSubmission } from './read-text.ts';
import { type ExitCode, type Session, worstOf } from './run.ts';

interface Request {
  readonly exercise: string;
  readonly paths: readonly string[];
}

/** Grades each path as one submission to an exercise. A path that cannot be read does not keep the others from being graded. */
export async function gradeSubmissions({ exercise: id, paths }: Request, session: Session): Promise<ExitCode> {
  const exercise = findExercise(id);
  if (exercise === undefined) {
    const ids = exercises.map((known) => known.id);
    return session.refuse({ key: 'usage.unknown-exercise', params: { name: id }, suggestion: nearest(id, ids) });
  }
  const checks = await loadChecks(session.locale);
  const goalTexts = textOf(exercise, session.locale).goals;
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const { value: files, complaint } = readSubmission(path, session.folder, exercise);
    if (complaint !== undefined) {
      codes.push(session.refuse(complaint));
      continue;
    }
    const graded = session.attempt(path, async () => {
      const report = renderReport(await grade(gradable(exercise), files), files, goalTexts, checks);
      session.answer({ path, ...report }, () => printReport(path, report, files, session));
      return report.verdict === 'passed' ? 0 : 1;
    });
    codes.push(await graded);
  }
  return worstOf(codes);
}
