import { lesson as en } from './en/lesson.ts';
import { lesson as ja } from './ja/lesson.ts';
import { phrasebook } from './phrasebook.ts';

export type LessonKey = keyof typeof en;

/** The words of prose components and diagrams. */
export const lessonText = phrasebook<LessonKey>(en, { ja });
