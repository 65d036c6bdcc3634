import type { Catalog } from '../catalog.ts';

/** What any domain may have to say. */
export const core = {
  'core/empty-file': {
    what: '`{file}` is empty.',
    why: 'There is nothing to run yet.',
    fix: 'Reset the editor to get the starter text back, or begin to type.',
  },
  'core/missing-file': {
    what: '`{file}` is missing from this submission.',
    why: 'The exercise reads it.',
    fix: 'Add the file under this name.',
  },
  'core/too-large': {
    what: '`{file}` has {size} characters; at most {limit} are read.',
    why: 'A text of this size is beyond what the real system accepts.',
    fix: 'Shorten the text.',
  },
} as const satisfies Catalog;
