import type { WorkerClient } from '../worker/client.ts';
import type { PagedExercise } from '../worker/protocol.ts';
import type { Desk } from './desk.ts';
import { openSession, type Session } from './session.ts';

/** Checks the one text of a workbench. What is asked of it stands in the form beside it, so the exercise is made afresh for every check. */
export function openLoneSession(
  client: WorkerClient,
  desk: Pick<Desk, 'texts'>,
  file: string,
  exerciseOf: (text: string) => PagedExercise,
): Session {
  client.warm();
  return openSession(exerciseOf(desk.texts()[file] ?? ''), {
    ...client,
    grade: (_, texts, options) => client.grade(exerciseOf(texts[file] ?? ''), texts, options),
  });
}
