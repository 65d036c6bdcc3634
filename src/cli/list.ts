import { exercises, textOf } from '../exercises/loader.ts';
import { columnsOf } from './paint.ts';
import type { ExitCode, Session } from './run.ts';

/** Names every exercise, in the order of the lessons. */
export function list({ answer, locale, paint }: Session): ExitCode {
  const width = Math.max(...exercises.map(({ id }) => columnsOf(id)));
  for (const exercise of exercises) {
    const { id, domain, lesson, files } = exercise;
    const { title } = textOf(exercise, locale);
    answer({ exercise: id, domain, lesson, files, title }, () =>
      [paint('strong', id.padEnd(width)), title, paint('quiet', files.join(', '))].join('  '),
    );
  }
  return 0;
}
