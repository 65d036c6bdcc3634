import { type AuthoredExercise, curriculum, loadExercise } from './load-exercise.ts';

export type { AuthoredExercise, ExerciseText, Hint, Lesson, Mistake } from './load-exercise.ts';
export { curriculum, gradable, textOf } from './load-exercise.ts';

/** All exercises in the order of the curriculum. Throws, with the path, on content that does not fit its schema. */
export const exercises: readonly AuthoredExercise[] = curriculum.flatMap((lesson) =>
  lesson.exercises.flatMap((id) => loadExercise(id) ?? []),
);

/** The exercise with this id, or undefined. */
export function findExercise(id: string): AuthoredExercise | undefined {
  return exercises.find((exercise) => exercise.id === id);
}
