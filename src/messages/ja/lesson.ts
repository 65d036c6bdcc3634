import type { LessonKey } from '../lesson.ts';

/** Words of the prose components and diagrams in Japanese; what is missing is said in English. */
export const lesson: Partial<Readonly<Record<LessonKey, string>>> = {};
