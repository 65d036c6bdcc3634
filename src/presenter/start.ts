import { openShelf } from '../workbench/storage/shelf.ts';
import type { Start } from './schedule.ts';
import { fits as isStart } from './start.schema.json?fits';

/** When the course starts, for every window of this browser; null while nobody has said so. */
export const startShelf = openShelf<Start | null>('course-start', isStart, null);
